/** Outcomes of a cell, exactly one each, with the words that the legend of every report uses (design section 1). */
export const outcomes = {
  conforms: 'What was observed is what the claim requires.',
  deviates: 'A should is not met, or a known or undocumented difference shows.',
  violates: 'A documented must is not met.',
  unsupported: 'The participant does not offer what the claim needs.',
  inconclusive: 'Observations disagree, or what was awaited did not show in time.',
  error: 'The harness, the transport or a permission failed.',
  'not-run': 'Not judged, for the reason given.',
} as const
export type Outcome = keyof typeof outcomes

/** From best to worst: a group of verdicts shows its worst one (anchors-harness section 2.3). */
export const outcomeOrder: readonly Outcome[] = ['conforms', 'unsupported', 'not-run', 'deviates', 'inconclusive', 'violates', 'error']

export function worstOutcome(all: Iterable<Outcome>): Outcome | undefined {
  let worst = -1
  for (const outcome of all) worst = Math.max(worst, outcomeOrder.indexOf(outcome))
  return outcomeOrder[worst]
}

/** Why something was not judged or not conclusive; the sentence is shown beside every count that leaves it out. */
export const reasons = {
  'not-visible': 'The checkpoint is not visible there, so nothing else of it can be compared.',
  'no-witness': 'This observer did not show something known to exist on the VM in the same session, so absence proves nothing.',
  unreadable: 'This observer could not be asked at all.',
  'needs-an-eye': 'Only a person at a window can see this.',
  'awaited-in-vain': 'It was awaited passively until the limit; this interface has no way to make the product look again.',
  'environment-changed': 'Somebody else changed the VM meanwhile.',
  'truncated-by-depth': 'The export cut the value off by its depth.',
  'no-way-to-write': 'This interface cannot write the value.',
  'no-way-to-read': 'This interface does not carry the property.',
  'cannot-carry': 'The interface cannot carry the value at all; it was refused before it was sent.',
  differs: 'What was observed is not what was expected.',
  missing: 'It is not shown, although the observer was up to date and showed something known to exist there.',
  'still-there': 'It is still shown after it was removed.',
  'act-failed': 'The action that this observation needs has failed.',
  'needs-documented-basis': 'The claim is not documented, so a difference is at most a deviation.',
  'open-question': 'Nobody knows yet: the answer is recorded as a finding.',
  'not-in-file': 'The file does not hold what the claim needs.',
} as const
export type ReasonCode = keyof typeof reasons
