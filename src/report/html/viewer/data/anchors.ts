import { filterText } from '../../../present/filter.ts'
import { fragmentOf } from '../../../present/address.ts'
import type { ReportVerdict } from '../../../model/report.ts'

/** Ids within the page. What stands in a long list is drawn when its anchor is asked for. */
export const anchors = {
  matrix: (property: string) => `matrix-${property}`,
  finding: (number: number) => `finding-${number}`,
  answer: (number: number) => `answer-${number}`,
  claim: (id: string) => `claim-${id}`,
  scenario: (id: string) => `scenario-${id}`,
  step: (id: string) => `step-${id}`,
  disturbance: (id: string) => `disturbance-${id}`,
  /** By its place in the report, from 1 on: the id of a verdict is long. */
  verdict: (row: number) => `verdict-${row + 1}`,
} as const

/** What follows the prefix of an anchor, or undefined where it is of another kind. */
export function anchored(kind: keyof typeof anchors, anchor: string): string | undefined {
  return anchor.startsWith(`${kind}-`) ? anchor.slice(kind.length + 1) : undefined
}

export function href(anchor: string, filter = ''): string {
  return fragmentOf({ anchor, filter }) || '#'
}

/** Where the verdicts of a cell are listed, all or those of one claim or outcome. */
export function cellHref(cell: ReportVerdict['cell'], also: { readonly o?: string; readonly c?: string } = {}): string {
  const { creator, observer, property } = cell
  return href('verdicts', filterText({ ...also, creator, observer, p: property }))
}
