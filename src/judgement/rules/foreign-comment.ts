import { because } from '../because.ts'
import type { Act, CheckpointView, Observation, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { defaultNameOf } from '../story/default-name-of.ts'
import { expectedText } from '../story/expected-text.ts'
import { creatorOf, isAny, isHyperV, isScvmm } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import { found, met, metIf, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { crossing, type SeenSighting, type Sighting } from './builders/crossing.ts'
import { eachRow } from './builders/rows.ts'
import { isFirstLookAfter, textCrossing, type SetText } from './builders/texts.ts'

const hasComment = ({ intended }: Act): boolean => intended.comment !== undefined
const hasNone = (act: Act): boolean => !hasComment(act)
const saysNothing = (): undefined => undefined

/** What the comment of one product is to the other, and what a field holds that nobody filled. */
export const foreignCommentRules: readonly Rule[] = [
  textCrossing({
    claim: 'C-014',
    what: 'comment',
    from: isScvmm,
    to: isHyperV,
    concerns: (by, sighting, text) => isScvmm(by.interface) && text !== '' && !isAskedInName(sighting, text),
    judge: notInName,
  }),
  crossing({ claim: 'C-014', property: 'comment', from: isScvmm, to: isHyperV, wants: hasComment, judge: needsAnEye, unseen: saysNothing }),
  textCrossing({ claim: 'C-015', what: 'comment', from: isAny, to: isHyperV, concerns: (by) => isScvmm(by.interface), judge: whereItWent }),
  textCrossing({ claim: 'C-055', what: 'comment', from: isAny, to: isScvmm, concerns: (by) => isHyperV(by.interface), judge: whereItWent }),
  crossing({
    claim: 'C-054',
    property: 'comment',
    from: isHyperV,
    to: isScvmm,
    wants: hasNone,
    judge: emptyDescription,
    unseen: saysNothing,
  }),
  eachRow({ claim: 'C-054', property: 'comment', to: isScvmm, judge: emptyInFile }),
  crossing({ claim: 'C-057', property: 'comment', from: isHyperV, to: isHyperV, wants: hasNone, judge: copiedFromVm, unseen: saysNothing }),
]

/** C-014, as far as an interface shows it: the name does not carry the comment. */
/** Where the name that was asked for holds the words of the comment, nobody moved them there. */
function isAskedInName({ story, made, view }: Sighting, text: string): boolean {
  const name = expectedText(story, made.checkpoint, view, 'name')
  return name?.kind === 'set' && name.text.includes(text)
}

function notInName({ text, by, seen: { view, row } }: SetText): Answer {
  const name = read(view, row, 'name')
  if (!name.ok) return name.answer
  const carries = String(name.value.raw).includes(text)
  const rests = [by.id, name.value.id]
  return carries
    ? unmet('a name without the comment', name.value.raw, rests, because('differs', 'The name carries the comment.'))
    : met('a name without the comment', name.value.raw, rests)
}

/** C-014 speaks of a window; once for each checkpoint, at the first look. */
function needsAnEye(seen: SeenSighting): Answer | undefined {
  return isFirstLookAfter(seen.made.act, seen)
    ? unjudged('not-run', because('needs-an-eye'), [seen.view.id, seen.made.act.id], 'no comment in the Checkpoints pane')
    : undefined
}

/** C-015 and C-055 are open: what does the other product's comment field hold? */
function whereItWent({ text, by, shown, seen }: SetText): Answer {
  return found(`${shown.field} held ${contentOf(text, shown, vmNotes(seen))}.`, text, shown.raw, [by.id, shown.id])
}

function contentOf(text: string, shown: Observation, notesOfVm: Observation | undefined): string {
  if (shown.normalised === null || shown.normalised === '') return 'nothing'
  if (shown.normalised === text) return shown.normalisation === 'N-cluster-marker' ? 'the comment and a marker' : 'the comment'
  if (shown.normalised === notesOfVm?.normalised) return "the VM's own notes, with which a snapshot starts (C-057)"
  return String(shown.normalised).includes(text) ? 'the comment among other text' : 'another text'
}

/** The VM's notes when the checkpoint was made; nothing in a story changes them. */
function vmNotes({ story, made, view }: Sighting): Observation | undefined {
  const before = story.views.filter((other) => other.stage <= made.act.stage).flatMap((other) => other.observations.vmNotes ?? [])
  return before.findLast((notes) => notes.form === 'value') ?? view.observations.vmNotes
}

function emptyDescription({ story, made, view, row }: SeenSighting): Answer | undefined {
  if (expectedText(story, made.checkpoint, view, 'comment')?.kind !== 'left-to-product') return undefined
  const shown = read(view, row, 'comment')
  return shown.ok ? metIf(shown.value.raw === '', '', shown.value.raw, [made.act.id, shown.value.id]) : shown.answer
}

/** C-054 in a file: the form of the name is all that says who made it (C-031). */
function emptyInFile(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  if (creatorOf(story, row.id) !== 'unknown' || defaultNameOf(row)?.form !== 'hyper-v') return undefined
  const shown = read(view, row, 'comment')
  return shown.ok ? metIf(shown.value.raw === '', '', shown.value.raw, [shown.value.id]) : shown.answer
}

/** C-057: nobody gave it a comment, so it holds what the VM's notes were. */
function copiedFromVm(seen: SeenSighting): Answer | undefined {
  const { story, made, view, row } = seen
  const notes = vmNotes(seen)
  if (notes?.form !== 'value' || expectedText(story, made.checkpoint, view, 'comment')?.kind !== 'left-to-product') return undefined
  const shown = read(view, row, 'comment')
  return shown.ok
    ? metIf(shown.value.normalised === notes.normalised, notes.normalised, shown.value.normalised, [made.act.id, notes.id, shown.value.id])
    : shown.answer
}
