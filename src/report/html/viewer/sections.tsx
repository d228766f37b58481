import type { ComponentType } from 'preact'
import type { Page } from './data/page.ts'
import { Answers } from './sections/answers.tsx'
import { Cells } from './sections/cells.tsx'
import { Claims } from './sections/claims.tsx'
import { Configuration } from './sections/configuration.tsx'
import { EvidenceList } from './sections/evidence-list.tsx'
import { Findings } from './sections/findings.tsx'
import { Legend } from './sections/legend.tsx'
import { MatrixGrid } from './sections/matrix.tsx'
import { NotJudged } from './sections/not-judged.tsx'
import { Participants } from './sections/participants.tsx'
import { Problems } from './sections/problems.tsx'
import { Scenarios } from './sections/scenarios.tsx'
import { Terminology } from './sections/terminology.tsx'

interface Section {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly count?: number
  readonly Body: ComponentType
}

/** The sections in their order; one that would be empty and means nothing empty is left out. */
export function sectionsOf({ report, findings, answers, matrices }: Page): readonly Section[] {
  const all: readonly (Section & { readonly isEmpty?: boolean })[] = [
    { id: 'participants', title: 'Participants', count: report.participants.length, Body: Participants },
    {
      id: 'matrix',
      title: 'Matrix',
      lead: 'Who made the checkpoint, down; who looks at it, across. Each word is the worst of all verdicts of its cell.',
      Body: MatrixGrid,
    },
    { id: 'legend', title: 'What the words mean', Body: Legend },
    {
      id: 'problems',
      title: 'Problems of the harness',
      lead: 'Something could not be judged because of these.',
      count: report.problems.length,
      Body: Problems,
      isEmpty: report.problems.length === 0,
    },
    { id: 'findings', title: 'Findings', lead: 'What does not conform, worst first.', count: findings.length, Body: Findings },
    {
      id: 'answers',
      title: 'Answers to open questions',
      lead: 'No source settles these. The answer seen here is recorded; it requires nothing and fails nothing.',
      count: answers.length,
      Body: Answers,
      isEmpty: answers.length === 0,
    },
    {
      id: 'scenarios',
      title: 'Scenarios',
      lead: 'What was done and what each interface then showed, step by step.',
      count: report.scenarios.length,
      Body: Scenarios,
    },
    {
      id: 'cells',
      title: 'Cells',
      lead: 'Every verdict, by the cell of the matrix that it belongs to.',
      count: matrices.reduce((sum, matrix) => sum + matrix.cells.length, 0),
      Body: Cells,
    },
    {
      id: 'claims',
      title: 'Claims',
      lead: 'The sentences that were judged, and where each comes from.',
      count: report.claims.length,
      Body: Claims,
    },
    {
      id: 'terminology',
      title: 'Terminology',
      lead: 'One thing, several words. A word that only the simulator showed is modelled, not observed.',
      count: report.terminology.length,
      Body: Terminology,
      isEmpty: report.terminology.length === 0,
    },
    {
      id: 'not-judged',
      title: 'Not judged, and why',
      lead: 'What this report says nothing about.',
      count: report.notJudged.length,
      Body: NotJudged,
    },
    {
      id: 'evidence',
      title: 'Evidence',
      lead: 'The exchanges behind the observations, redacted, each by the digest of its content.',
      count: report.evidence.length,
      Body: EvidenceList,
    },
    { id: 'configuration', title: 'How to get this again', Body: Configuration },
  ]
  return all.filter((section) => section.isEmpty !== true)
}
