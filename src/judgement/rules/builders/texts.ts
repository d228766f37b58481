import type { Observation, View } from '../../observation.ts'
import type { Answer } from './answers.ts'
import { because } from '../../because.ts'
import type { Act } from '../../observation.ts'
import { expectedText, type UserText } from '../../story/expected-text.ts'
import { isStillAwaited } from '../../story/presence.ts'
import { met, read, unjudged, unmet } from './answers.ts'
import type { Rule } from '../../rule.ts'
import { crossing, notVisible, type Crossing, type SeenSighting, type Sighting } from './crossing.ts'

/** A text that somebody set, and the checkpoint on which it must show. */
export interface SetText {
  readonly text: string
  readonly by: Act
  readonly shown: Observation
  readonly seen: SeenSighting
}

/** A claim about a text that somebody set; without `actions` a failed act is another claim's matter. */
export interface TextCrossing extends Omit<Crossing, 'property' | 'judge' | 'unseen'> {
  readonly what: UserText
  /** Whether the claim is about a text that was set by this act. */
  readonly concerns: (by: Act, sighting: Sighting, text: string) => boolean
  readonly judge: (set: SetText) => Answer
}

export function textCrossing({ what, concerns, judge, actions = [], ...base }: TextCrossing): Rule {
  const concerned = (sighting: Sighting): { text: string; by: Act } | 'uncertain' | undefined => {
    const expected = expectedText(sighting.story, sighting.made.checkpoint, sighting.view, what)
    if (expected === undefined || expected.kind === 'left-to-product') return undefined
    const text = expected.kind === 'set' ? expected.text : (expected.by.intended[what] ?? '')
    if (!concerns(expected.by, sighting, text)) return undefined
    return expected.kind === 'set' ? expected : 'uncertain'
  }
  return crossing({
    ...base,
    property: what,
    actions,
    judge: (seen) => {
      const set = concerned(seen)
      if (set === undefined) return undefined
      if (set === 'uncertain') return unjudged('not-run', because('act-failed'), [seen.made.act.id, seen.view.id])
      const shown = read(seen.view, seen.row, what)
      return shown.ok ? judge({ ...set, shown: shown.value, seen }) : { ...shown.answer, expected: set.text }
    },
    unseen: (sighting) => (concerned(sighting) === undefined ? undefined : notVisible(sighting)),
  })
}

/** To the byte, as it was asked for; a difference proves nothing where the product has not looked again yet. */
export function sameAsAsked({ text, by, shown, seen: { view } }: SetText): Answer {
  return judgeText(text, shown, by, view, shown.raw === text)
}

/** As it was asked for, once an array of notes is joined and SCVMM's marker taken off. */
export function sameMeaning({ text, by, shown, seen: { view } }: SetText): Answer {
  return judgeText(text, shown, by, view, shown.normalised === text)
}

function judgeText(text: string, shown: Observation, by: Act, view: View, isSame: boolean): Answer {
  const rests = [by.id, shown.id]
  if (isSame) return met(text, shown.normalised, rests)
  if (isStillAwaited(view, by.interface))
    return { ...unjudged('inconclusive', because('awaited-in-vain'), rests, text), actual: shown.normalised }
  return unmet(text, shown.normalised, rests)
}

/** True at the observer's first look after an act; later looks come after a refresh, a rename or a new connection. */
export function isFirstLookAfter(act: Act, { story, view }: Sighting): boolean {
  return story.views.find((other) => other.interface === view.interface && other.stage >= act.stage) === view
}
