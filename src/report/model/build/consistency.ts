import { SnapcheckError } from '../../../foundation/errors.ts'
import type { ReportInput } from '../input.ts'

/**
 * Every id that the material refers to must be in it: a report whose links lead nowhere proves nothing.
 * @throws SNAPCHECK_REPORT_INCONSISTENT for the first one that is not.
 */
export function assertConsistent(input: ReportInput, evidence: ReadonlySet<string>, rests: ReadonlySet<string>): void {
  const participants = new Set(input.participants.map((participant) => participant.id))
  for (const { story, verdicts, claims } of input.scenarios) {
    for (const claim of claims) assertKnown(input.register, claim, 'claim', story.scenario)
    for (const step of [...story.acts, ...story.views, ...(story.measurements ?? [])]) {
      assertKnown(participants, step.participant, 'participant', step.id)
      for (const digest of step.evidence) assertKnown(evidence, digest, 'evidence', step.id)
    }
    for (const verdict of verdicts) {
      assertKnown(input.register, verdict.claim, 'claim', verdict.id)
      for (const rest of verdict.rests) assertKnown(rests, rest, 'observation, act or view', verdict.id)
    }
  }
}

function assertKnown(known: { has(id: string): boolean }, id: string, kind: string, place: string): void {
  if (known.has(id)) return
  throw new SnapcheckError('SNAPCHECK_REPORT_INCONSISTENT', `A report refers to a ${kind} that it does not hold.`, {
    place,
    observed: id,
    expected: `a known ${kind}`,
    next: 'This is a fault of snapcheck: report it with the command that you ran.',
  })
}
