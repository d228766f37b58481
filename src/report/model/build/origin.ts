import { origins, vias, type Origin } from '../../../checkpoint/interface-id.ts'
import type { Report, ReportObservation, ReportParticipant, ReportSourceKind } from '../report.ts'

/** What a conclusion may be called that rests on several answers: one simulated answer makes it simulated. */
export function leastOrigin(found: Iterable<Origin>): Origin {
  const all = new Set(found)
  if (all.has('simulator')) return 'simulator'
  return all.has('unidentified') || all.size === 0 ? 'unidentified' : 'product'
}

/** All origins in one word; without any answer nobody was identified. */
export function originInOneWord(participants: readonly ReportParticipant[], observations: readonly ReportObservation[]): Report['origin'] {
  const all = new Set([...participants, ...observations].map((item) => item.origin))
  return all.size > 1 ? 'mixed' : leastOrigin(all)
}

/** Counts per way and per origin, those without any left out. */
export function sourceOf(kind: ReportSourceKind, observations: readonly ReportObservation[]): Report['source'] {
  return {
    kind,
    via: vias
      .map((via) => ({ via, observations: observations.filter((one) => one.via === via).length }))
      .filter((entry) => entry.observations > 0),
    origin: origins
      .map((origin) => ({ origin, observations: observations.filter((one) => one.origin === origin).length }))
      .filter((entry) => entry.observations > 0),
  }
}
