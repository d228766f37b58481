import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Report, ReportClaim, ReportObservation, ReportScenario, ReportStep, ReportVerdict } from '../../../model/report.ts'
import { groupedBy } from '../../../model/build/order.ts'
import type { PageContent } from '../../content.ts'

/** The content with the look-ups that the sections need. */
export interface Page extends PageContent {
  readonly claim: (id: string) => ReportClaim | undefined
  readonly verdict: (id: string) => ReportVerdict | undefined
  readonly step: (id: string) => ReportStep | undefined
  readonly observation: (id: string) => ReportObservation | undefined
  readonly scenario: (id: string) => ReportScenario | undefined
  readonly evidenceEntry: (digest: string) => Report['evidence'][number] | undefined
  /** What every interface showed of the same thing at the same stage. */
  readonly sideBySide: (observation: ReportObservation) => readonly ReportObservation[]
  /** Observations of one view by subject and property. */
  readonly ofView: (view: string) => readonly ReportObservation[]
}

export function pageOf(content: PageContent): Page {
  const { claims, verdicts, scenarios, observations, evidence } = content.report
  const together = groupedBy(observations, togetherKey)
  const views = groupedBy(observations, (observation) => observation.view)
  const steps = scenarios.flatMap((scenario) => scenario.steps)
  return {
    ...content,
    claim: lookUp(claims, (claim) => claim.id),
    verdict: lookUp(verdicts, (verdict) => verdict.id),
    step: lookUp(steps, (step) => step.id),
    observation: lookUp(observations, (observation) => observation.id),
    scenario: lookUp(scenarios, (scenario) => scenario.id),
    evidenceEntry: lookUp(evidence, (entry) => entry.digest),
    sideBySide: (observation) => together.get(togetherKey(observation)) ?? [],
    ofView: (view) => views.get(view) ?? [],
  }
}

function togetherKey({ scenario, stage, vm, subject, property }: ReportObservation): string {
  return `${scenario} ${stage} ${vm} ${subject} ${property}`
}

function lookUp<Item>(items: readonly Item[], key: (item: Item) => string): (id: string) => Item | undefined {
  const byKey = new Map(items.map((item) => [key(item), item]))
  return (id) => byKey.get(id)
}

export const PageContext = createContext<Page | undefined>(undefined)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === undefined) throw new Error('No report is at hand here.')
  return page
}
