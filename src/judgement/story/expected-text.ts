import type { Guid } from '../../checkpoint/guid.ts'
import type { Act, View } from '../observation.ts'
import { actsBefore, type VmStory } from './timeline.ts'

export type UserText = 'name' | 'comment'

/**
 * What a name or comment must read at a view: the last text that was successfully asked for; nothing where it was left to
 * the product; uncertain where an act broke off on the way, because nobody knows whether it took effect.
 */
export type ExpectedText =
  | { readonly kind: 'set'; readonly text: string; readonly by: Act }
  | { readonly kind: 'left-to-product'; readonly by: Act }
  | { readonly kind: 'uncertain'; readonly by: Act }

const settingActions = { name: ['create', 'rename'], comment: ['create', 'set-comment'] } as const

/** Undefined for a checkpoint that the story neither made nor touched. */
export function expectedText(story: VmStory, checkpoint: Guid, view: View, what: UserText): ExpectedText | undefined {
  let expected: ExpectedText | undefined
  for (const act of actsBefore(story.acts, view)) {
    if (act.checkpoint !== checkpoint || !settingActions[what].some((action) => action === act.action)) continue
    const text = act.intended[what]
    if (act.result === 'done')
      expected = text === undefined ? (expected ?? { kind: 'left-to-product', by: act }) : { kind: 'set', text, by: act }
    else if (act.failure?.isFault === true) expected = { kind: 'uncertain', by: act }
  }
  return expected
}
