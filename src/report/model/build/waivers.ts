import { covers, type Waiver } from '../../../judgement/waiver.ts'
import type { ReportVerdict, ReportWaiver } from '../report.ts'
import { groupedBy } from './order.ts'

/** Each verdict with the first waiver that covers it. */
export function withWaivers(verdicts: readonly ReportVerdict[], waivers: readonly Waiver[]): readonly ReportVerdict[] {
  if (waivers.length === 0) return verdicts
  return verdicts.map((verdict) => {
    const index = waivers.findIndex((waiver) => covers(waiver, verdict))
    return index < 0 ? verdict : { ...verdict, waiver: idOf(index) }
  })
}

export function reportWaivers(waivers: readonly Waiver[], verdicts: readonly ReportVerdict[]): readonly ReportWaiver[] {
  const covered = groupedBy(verdicts, (verdict) => verdict.waiver ?? '')
  return waivers.map(({ claim, outcome, creator, observer, property, scenario, reason, by, until }, index) => ({
    id: idOf(index),
    claim,
    outcome,
    creator: creator ?? null,
    observer: observer ?? null,
    property: property ?? null,
    scenario: scenario ?? null,
    reason,
    by,
    until,
    verdicts: covered.get(idOf(index))?.length ?? 0,
  }))
}

function idOf(index: number): string {
  return `waiver-${index + 1}`
}
