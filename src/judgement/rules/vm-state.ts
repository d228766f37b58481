import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, isHyperV, isScvmm, madeIn, removedAt, type Made } from '../story/made.ts'
import { isStillAwaited } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import { checkpointTypeBefore, vmStateBefore } from '../story/vm-before.ts'
import type { Judgement } from '../verdict.ts'
import { found, metIf, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { isRefused, mustDo, ofAct, refusalOf } from './builders/attempts.ts'
import { crossing, type SeenSighting } from './builders/crossing.ts'
import { perVm, placed } from './builders/views.ts'

const [production, standard] = [3, 5]
const invalidState = '32775'

/** What a checkpoint holds of a VM that runs, and in which state an apply leaves it. */
export const vmStateRules: readonly Rule[] = [
  crossing({ claim: 'C-049', property: 'kind', from: isAny, to: isHyperV, actions: [], judge: savedAsTaken, unseen: () => undefined }),
  crossing({
    claim: 'C-005',
    property: 'state',
    from: isHyperV,
    to: isHyperV,
    actions: [],
    judge: memoryOfRunning,
    unseen: () => undefined,
  }),
  crossing({
    claim: 'C-006',
    property: 'kind',
    from: isAny,
    to: isHyperV,
    actions: [],
    judge: sameAsOtherProducts,
    unseen: () => undefined,
  }),
  perVm('C-075', (story) =>
    applies(story).flatMap((act) => looksUntilNextChange(story, act).flatMap((view) => stateAfterApply(story, act, view))),
  ),
  perVm('C-076', (story) => story.acts.filter((act) => isApplyToRunning(story, act)).flatMap(applyToRunning)),
  perVm('C-058', notesAfterApply),
]

/** Whether it must hold memory, by what the VM was when it was taken; undefined where the story does not tell. */
function mustHoldMemory(story: VmStory, { act }: Made): boolean | undefined {
  const state = vmStateBefore(story, act.stage)
  const type = checkpointTypeBefore(story, act.stage)
  if (state === 'off') return false
  if (state !== 'running') return undefined
  if (type === standard) return true
  return type === production && story.vmNeed !== 'no-integration' ? false : undefined
}

function savedAsTaken({ story, made, view, row }: SeenSighting): Answer | undefined {
  const expected = mustHoldMemory(story, made)
  if (expected === undefined) return undefined
  const saved = read(view, row, 'savedState')
  return saved.ok ? metIf(saved.value.raw === expected, expected, saved.value.raw, [made.act.id, saved.value.id]) : saved.answer
}

/** C-005, state: of a running VM, where the type is the one that keeps it. */
function memoryOfRunning(seen: SeenSighting): Answer | undefined {
  return mustHoldMemory(seen.story, seen.made) === true ? savedAsTaken(seen) : undefined
}

/** C-006: what another product made of the same VM in the same state and type holds the same. */
function sameAsOtherProducts({ story, made, view, row }: SeenSighting): Answer | undefined {
  const other = [...madeIn(story).values()].find((one) => isCounterpart(story, made, one) && checkpointsById(view).has(one.checkpoint))
  const theirs = other === undefined ? undefined : checkpointsById(view).get(other.checkpoint)?.observations.savedState
  if (theirs?.form !== 'value') return undefined
  const own = read(view, row, 'savedState')
  return own.ok
    ? metIf(own.value.raw === theirs.raw, theirs.raw, own.value.raw, [made.act.id, other!.act.id, theirs.id, own.value.id])
    : own.answer
}

function isCounterpart(story: VmStory, { act }: Made, other: Made): boolean {
  const conditions = (stage: number): string => JSON.stringify([checkpointTypeBefore(story, stage), vmStateBefore(story, stage)])
  return productOf[act.interface] !== productOf[other.act.interface] && conditions(act.stage) === conditions(other.act.stage)
}

function applies({ acts }: VmStory): readonly Act[] {
  return acts.filter(({ action, result, checkpoint }) => action === 'restore' && result === 'done' && checkpoint !== null)
}

function looksUntilNextChange({ acts, views }: VmStory, act: Act): readonly View[] {
  const next = acts.find(
    ({ stage, action, result }) => stage > act.stage && result === 'done' && (action === 'restore' || action === 'set-vm-state'),
  )
  return views.filter(({ stage }) => stage > act.stage && (next === undefined || stage < next.stage))
}

/** C-075: memory comes back, or the VM is off. */
function stateAfterApply(story: VmStory, act: Act, view: View): readonly Judgement[] {
  const made = act.checkpoint === null ? undefined : madeIn(story).get(act.checkpoint)
  const holdsMemory = made === undefined ? undefined : mustHoldMemory(story, made)
  const shown = view.observations.vmState
  if (holdsMemory === undefined || shown?.form !== 'value') return []
  const expected = holdsMemory ? ['saved', 'running'] : ['off']
  const isMet = expected.includes(String(shown.normalised))
  const rests = [act.id, made!.act.id, shown.id]
  const place = { creator: act.interface, view, property: 'state', checkpoint: act.checkpoint } as const
  if (!isMet && isStillAwaited(view, act.interface))
    return [placed(place, unjudged('inconclusive', because('awaited-in-vain'), rests, expected))]
  return [placed(place, metIf(isMet, expected, shown.normalised, rests))]
}

/** A checkpoint that has gone on the host is C-066's matter. */
function isApplyToRunning(story: VmStory, act: Act): boolean {
  const isThere = act.checkpoint !== null && !removedAt(story, act).has(act.checkpoint)
  return act.action === 'restore' && isThere && vmStateBefore(story, act.stage) === 'running'
}

/** C-076: the host says that the state is wrong; SCVMM puts the VM into another one itself. */
function applyToRunning(act: Act): readonly Judgement[] {
  if (isScvmm(act.interface)) return [ofAct(act, 'state', mustDo(act))]
  return act.interface === 'hyperv-wmi' ? [ofAct(act, 'state', refusedByState(act))] : []
}

function refusedByState(act: Act): Answer {
  if (act.result === 'done') return unmet('refused', 'done', [act.id], because('differs', 'It was applied to a running VM.'))
  if (!isRefused(act)) return unjudged('error', because('act-failed', act.failure?.sentence), [act.id])
  return metIf(act.failure?.productCode === invalidState, invalidState, act.failure?.productCode ?? refusalOf(act), [act.id])
}

/** C-058: whether the notes of the VM are those of the checkpoint again is the answer. */
function notesAfterApply(story: VmStory): readonly Judgement[] {
  return applies(story).flatMap((act) => {
    const changed = story.acts.findLast(({ action, result, stage }) => action === 'set-vm-notes' && result === 'done' && stage < act.stage)
    const made = madeIn(story).get(act.checkpoint!)
    if (changed === undefined || made === undefined || changed.stage < made.act.stage) return []
    return looksUntilNextChange(story, act).flatMap((view) => notesIn(story, view, act, changed, made))
  })
}

function notesIn(story: VmStory, view: View, act: Act, changed: Act, { act: { stage } }: Made): readonly Judgement[] {
  const isSameObserver = (id: InterfaceId): boolean => id === view.interface
  const before = story.views.findLast((other) => isSameObserver(other.interface) && other.stage < stage)?.observations.vmNotes
  const now = view.observations.vmNotes
  if (before === undefined || now?.form !== 'value') return []
  const old = before.normalised
  const finding =
    now.normalised === old
      ? 'The VM has the notes again that it had when the checkpoint was taken.'
      : now.normalised === changed.intended.vmNotes
        ? 'The VM kept the notes that it had been given since.'
        : 'The VM has other notes than before and since.'
  return [
    placed(
      { creator: act.interface, view, property: 'state', checkpoint: act.checkpoint },
      found(finding, old, now.normalised, [act.id, changed.id, now.id]),
    ),
  ]
}
