import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ReportClaim } from '../../../model/report.ts'
import type { PageEvidence, PageHead, PageObservation, PageScenario, PageStep, PageVerdict } from '../../content.ts'
import type { Table, Unpacked } from '../../packed/unpack.ts'
import { environmentIn, type Environment } from './environment.ts'
import { findingsIn, type PageFinding } from './findings.ts'
import { tracesIn, type Traces } from './traces.ts'

/** The report with the look-ups that the sections need. Rows are numbers from 0 on, in the order of the report. */
export interface Page extends PageHead, Traces {
  readonly content: Unpacked<PageHead>
  readonly verdicts: Table<PageVerdict>
  readonly observations: Table<PageObservation>
  readonly scenarios: Table<PageScenario>
  readonly steps: Table<PageStep>
  readonly exchanges: Table<PageEvidence>
  readonly findings: readonly PageFinding[]
  readonly answers: readonly PageFinding[]
  readonly environment: Environment
  readonly claim: (id: string) => ReportClaim | undefined
}

export function pageOf(content: Unpacked<PageHead>): Page {
  const tables = {
    verdicts: content.table<PageVerdict>('verdicts'),
    observations: content.table<PageObservation>('observations'),
    scenarios: content.table<PageScenario>('scenarios'),
    steps: content.table<PageStep>('steps'),
    exchanges: content.table<PageEvidence>('evidence'),
  }
  const claims = new Map(content.head.report.claims.map((claim) => [claim.id, claim]))
  return {
    ...content.head,
    ...tables,
    ...tracesIn(content, tables),
    content,
    findings: findingsIn(content, tables.verdicts, 'findingNumber'),
    answers: findingsIn(content, tables.verdicts, 'answerNumber'),
    environment: environmentIn(content, tables.scenarios),
    claim: (id) => claims.get(id),
  }
}

export const PageContext = createContext<Page | undefined>(undefined)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === undefined) throw new Error('No report is at hand here.')
  return page
}
