import type { ComponentType } from 'preact'
import type { Page } from './data/page.ts'
import type { Selection } from './data/selection.ts'
import { Answers } from './sections/answers.tsx'
import { Claims } from './sections/claims.tsx'
import { Configuration } from './sections/configuration.tsx'
import { Environment } from './sections/environment.tsx'
import { EvidenceList } from './sections/evidence-list.tsx'
import { Findings } from './sections/findings.tsx'
import { MatrixGrid } from './sections/matrix.tsx'
import { NotJudged } from './sections/not-judged.tsx'
import { Participants } from './sections/participants.tsx'
import { Problems } from './sections/problems.tsx'
import { Scenarios } from './sections/scenarios.tsx'
import { Terminology } from './sections/terminology.tsx'
import { Verdicts } from './sections/verdicts.tsx'
import { Waivers } from './sections/waivers.tsx'

export interface Section {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly total?: number
  /** How many the filter leaves, where it reaches the section. */
  readonly left?: number
  readonly Body: ComponentType
}

/** The sections in their order; one that would be empty and means nothing empty is left out. */
export function sectionsOf(page: Page, selection: Selection): readonly Section[] {
  const { report, findings, answers } = page
  const leftOf = (notes: Page['findings']): number => notes.filter(({ rows }) => rows.some(selection.has)).length
  const all: readonly (Section & { readonly isEmpty?: boolean })[] = [
    {
      id: 'matrix',
      title: 'Matrix',
      lead: 'Who made the checkpoint, and who looks at it. Each word is the worst of all verdicts of its cell; the numbers say how many verdicts could be judged.',
      Body: MatrixGrid,
    },
    {
      id: 'problems',
      title: 'Problems of the harness',
      lead: 'Something could not be judged because of these.',
      total: report.problems.length,
      Body: Problems,
      isEmpty: report.problems.length === 0,
    },
    {
      id: 'findings',
      title: 'Findings',
      lead: 'What does not conform, worst first.',
      total: findings.length,
      left: leftOf(findings),
      Body: Findings,
    },
    {
      id: 'waivers',
      title: 'Waivers',
      lead: 'Outcomes that somebody has excused until a day. They stay what they are; only the conclusion leaves them out.',
      total: report.waivers.length,
      Body: Waivers,
      isEmpty: report.waivers.length === 0,
    },
    {
      id: 'environment',
      title: 'Disturbed or not put back',
      lead: 'Where somebody else changed the VM meanwhile, and where it is not as it was found.',
      total: page.environment.unsettled.length,
      Body: Environment,
      isEmpty: page.environment.unsettled.length === 0,
    },
    {
      id: 'answers',
      title: 'Answers to open questions',
      lead: 'No source settles these. The answer seen here is recorded; it requires nothing and fails nothing.',
      total: answers.length,
      left: leftOf(answers),
      Body: Answers,
      isEmpty: answers.length === 0,
    },
    {
      id: 'scenarios',
      title: 'Scenarios',
      lead: 'What was done and what each interface then showed, step by step.',
      total: page.scenarios.length,
      left: selection.scenarios.length,
      Body: Scenarios,
    },
    {
      id: 'verdicts',
      title: 'Verdicts',
      lead: 'Every single judgement, with what it rests on.',
      total: page.verdicts.length,
      left: selection.rows.length,
      Body: Verdicts,
      isEmpty: page.verdicts.length === 0,
    },
    {
      id: 'claims',
      title: 'Claims',
      lead: 'The sentences that were judged, and where each comes from.',
      total: report.claims.length,
      left: selection.claims.size,
      Body: Claims,
    },
    {
      id: 'participants',
      title: 'Participants',
      lead: 'Who answered, and how that was found out.',
      total: report.participants.length,
      Body: Participants,
    },
    {
      id: 'terminology',
      title: 'Terminology',
      lead: 'One thing, several words. A word that only the simulator showed is modelled, not observed.',
      total: report.terminology.length,
      Body: Terminology,
      isEmpty: report.terminology.length === 0,
    },
    {
      id: 'not-judged',
      title: 'Not judged, and why',
      lead: 'What this report says nothing about.',
      total: report.notJudged.length,
      Body: NotJudged,
    },
    {
      id: 'evidence',
      title: 'Evidence',
      lead: 'The exchanges behind the observations, redacted, each by the digest of its content.',
      total: page.exchanges.length,
      Body: EvidenceList,
    },
    { id: 'configuration', title: 'How to get this again', Body: Configuration },
  ]
  return all.filter((section) => section.isEmpty !== true)
}
