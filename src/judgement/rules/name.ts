import { parseDefaultName } from '../../checkpoint/default-names.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import { because } from '../because.ts'
import type { Act, CheckpointView, Observation, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { expectedText } from '../story/expected-text.ts'
import { checkpointsById } from '../story/index-views.ts'
import { creatorOf, isAny, isHyperV, isScvmm, madeIn } from '../story/made.ts'
import { isStillAwaited } from '../story/presence.ts'
import { consecutiveViews, sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, metIf, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { crossing, notVisible, type SeenSighting, type Sighting } from './builders/crossing.ts'
import { failedActs } from './builders/failed-acts.ts'
import { eachRow } from './builders/rows.ts'
import { aboutSetText, rawText, sameAsAsked, type SetText } from './builders/texts.ts'
import { perVm, placed } from './builders/views.ts'

const isNameless = ({ intended }: Act): boolean => intended.name === undefined

export const nameRules: readonly Rule[] = [
  crossing({
    claim: 'C-029',
    property: 'name',
    from: isAny,
    to: isAny,
    wants: (act) => !isNameless(act),
    ...aboutSetText(
      { what: 'name', concerns: (by, { view }) => by.action === 'create' || productOf[by.interface] === productOf[view.interface] },
      sameAsAsked,
    ),
  }),
  crossing({
    claim: 'C-029',
    property: 'name',
    from: isAny,
    to: isAny,
    wants: isNameless,
    judge: sameDefaultName,
    unseen: (sighting) => (isLeftToProduct(sighting) && hasOtherProduct(sighting) ? notVisible(sighting) : undefined),
  }),
  crossing({
    claim: 'C-030',
    property: 'name',
    from: isHyperV,
    to: isHyperV,
    wants: isNameless,
    judge: hyperVForm,
    unseen: (sighting) => (isLeftToProduct(sighting) ? notVisible(sighting) : undefined),
  }),
  eachRow({ claim: 'C-031', property: 'name', to: isScvmm, judge: formReveals }),
  crossing({
    claim: 'C-036',
    property: 'name',
    from: isAny,
    to: isScvmm,
    actions: ['rename'],
    wants: (act) => isHyperV(act.interface),
    ...aboutSetText({ what: 'name', concerns: (by) => by.action === 'rename' && isHyperV(by.interface) }, renamedOnce),
  }),
  crossing({
    claim: 'C-037',
    property: 'name',
    from: isAny,
    to: isHyperV,
    actions: ['rename'],
    wants: (act) => isScvmm(act.interface),
    ...aboutSetText({ what: 'name', concerns: (by) => by.action === 'rename' && isScvmm(by.interface) }, renameReached),
  }),
  perVm('C-035', sharedInVm),
  eachRow({ claim: 'C-071', property: 'name', to: isAny, judge: keepsOldVmName }),
  perVm('C-071', keepsNameWhenVmIsRenamed),
]

function isLeftToProduct({ story, made, view }: Sighting): boolean {
  return expectedText(story, made.checkpoint, view, 'name')?.kind === 'left-to-product'
}

function hasOtherProduct({ made, view }: Sighting): boolean {
  return productOf[made.creator] !== productOf[view.interface]
}

/** C-029 where the product chose the name: the creator's own interface shows which, at the same stage. */
function sameDefaultName(seen: SeenSighting): Answer | undefined {
  const { story, made, view, row } = seen
  if (!isLeftToProduct(seen) || !hasOtherProduct(seen)) return undefined
  const own = sameStage(story, view, productOf[made.creator]).flatMap(
    (other) => checkpointsById(other).get(made.checkpoint)?.observations.name ?? [],
  )[0]
  const shown = read(view, row, 'name')
  if (own === undefined) return undefined
  return shown.ok ? metIf(shown.value.raw === own.raw, own.raw, shown.value.raw, [made.act.id, own.id, shown.value.id]) : shown.answer
}

/** C-030: the VM's name, and a date and a time in the caller's culture. */
function hyperVForm(seen: SeenSighting): Answer | undefined {
  const { story, made, view, row } = seen
  if (!isLeftToProduct(seen)) return undefined
  const shown = read(view, row, 'name')
  if (!shown.ok) return shown.answer
  const vmName = vmNameAt(story, made.act, view)
  const form = parseDefaultName(rawText(row, 'name') ?? '')
  const isForm = form?.form === 'hyper-v' && (vmName === undefined || form.vmName === vmName)
  return metIf(isForm, `${vmName ?? 'VM'} - (date - time)`, shown.value.raw, [made.act.id, shown.value.id])
}

/** The name that the VM had when the checkpoint was made, as near as the looks tell. */
function vmNameAt({ views }: VmStory, act: Act, view: View): string | undefined {
  const before = views.filter((other) => other.stage <= act.stage && typeof other.observations.vmName?.raw === 'string').at(-1)
  const name = (before ?? view).observations.vmName?.raw
  return typeof name === 'string' ? name : undefined
}

/** C-031: of a made checkpoint the form must be its maker's; of one in a file the form is the finding. */
function formReveals(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  const shown = read(view, row, 'name')
  if (!shown.ok) return shown.answer
  const form = parseDefaultName(rawText(row, 'name') ?? '')?.form ?? 'none'
  const creator = creatorOf(story, row.id)
  if (creator === 'unknown') return found(fileFindings[form], 'a form of one product', shown.value.raw, [shown.value.id])
  if (row.id === null || expectedText(story, row.id, view, 'name')?.kind !== 'left-to-product') return undefined
  return { ...metIf(form === productOf[creator], productOf[creator], form, [shown.value.id]), finding: fileFindings[form] }
}

const fileFindings = {
  'hyper-v': 'The form of the name says that Hyper-V made it.',
  scvmm: 'The form of the name says that SCVMM made it.',
  none: 'The name has the default form of neither product.',
} as const

/** C-036: the new name, and one row for the checkpoint. */
function renamedOnce(set: SetText): Answer {
  const { view, made } = set.seen
  const rows = view.checkpoints.filter(({ id }) => id === made.checkpoint)
  if (rows.length > 1)
    return unmet(1, rows.length, [set.by.id, set.shown.id], because('differs', `The checkpoint is listed ${rows.length} times.`))
  return sameAsAsked(set)
}

/** C-037 is open: does SCVMM rename on the host? */
function renameReached({ text, by, shown, seen }: SetText): Answer {
  const wasCalled = seen.story.views
    .filter((view) => view.interface === seen.view.interface && view.stage < by.stage)
    .flatMap((view) => checkpointsById(view).get(seen.made.checkpoint)?.observations.name ?? [])
    .at(-1)
  const finding =
    shown.raw === text
      ? 'Hyper-V shows the new name.'
      : shown.raw === wasCalled?.raw
        ? 'Hyper-V still shows the old name.'
        : 'Hyper-V shows another name than the new one.'
  return found(finding, text, shown.raw, [by.id, shown.id])
}

/** C-035: both of two namesakes of one VM are listed, each under a GUID of its own. */
function sharedInVm(story: VmStory): readonly Judgement[] {
  const byName = Map.groupBy(
    [...madeIn(story).values()].filter(({ act }) => act.intended.name !== undefined),
    ({ act }) => act.intended.name!,
  )
  const pairs = [...byName].filter(([, made]) => made.length > 1)
  const refusals = failedActs(story, {
    property: 'name',
    from: isAny,
    to: isAny,
    actions: ['create'],
    wants: (act) => byName.has(act.intended.name ?? ''),
    refused: 'unmet',
  })
  const looks = pairs.flatMap(([name, made]) =>
    story.views
      .filter((view) => made.every(({ act }) => act.stage <= view.stage))
      .flatMap((view) =>
        namesakes(
          story,
          view,
          name,
          made.map(({ checkpoint }) => checkpoint).filter((id) => isStillCalled(story, view, id, name)),
          made[0]!.creator,
        ),
      ),
  )
  return [...looks, ...refusals]
}

function isStillCalled({ acts }: VmStory, view: View, id: View['vm'], name: string): boolean {
  return !acts.some(
    (act) =>
      act.checkpoint === id &&
      act.stage <= view.stage &&
      (act.action === 'remove' || (act.action === 'rename' && act.intended.name !== name)),
  )
}

function namesakes(story: VmStory, view: View, name: string, ids: readonly View['vm'][], maker: View['interface']): readonly Judgement[] {
  if (ids.length < 2) return []
  const rows = ids.map((id) => checkpointsById(view).get(id))
  const place = { creator: maker, view, property: 'name' } as const
  const rests = [...story.acts.filter((act) => act.action === 'create' && act.intended.name === name).map((act) => act.id), view.id]
  if (rows.some((row) => row === undefined)) return [placed(place, unjudged('not-run', because('not-visible'), rests))]
  const names = rows.map((row) => row?.observations.name?.raw ?? null)
  const areSame = names.every((shown) => shown === name)
  if (!areSame && isStillAwaited(view, maker)) return [placed(place, unjudged('inconclusive', because('awaited-in-vain'), rests))]
  return [
    placed(
      place,
      metIf(
        areSame,
        ids.map(() => name),
        names,
        rests,
      ),
    ),
  ]
}

/** C-071 within one look: the name in a default name is not the VM's present one. */
function keepsOldVmName(row: CheckpointView, view: View): Answer | undefined {
  const form = parseDefaultName(rawText(row, 'name') ?? '')
  const now = view.observations.vmName?.raw
  if (form === undefined || typeof now !== 'string' || form.vmName === now) return undefined
  const finding = `The checkpoint is named after ${form.vmName}, the VM is now called ${now}.`
  return met(form.vmName, form.vmName, [row.observations.name!.id, view.observations.vmName!.id], finding)
}

/** C-071 over time: the VM was renamed between two looks, its checkpoints were not. */
function keepsNameWhenVmIsRenamed(story: VmStory): readonly Judgement[] {
  return consecutiveViews(story).flatMap(({ before, after }) => {
    const [old, now] = [before.observations.vmName, after.observations.vmName]
    if (old?.form !== 'value' || now?.form !== 'value' || old.raw === now.raw) return []
    return [...checkpointsById(after)].flatMap(([id, row]) => {
      const [was, is]: readonly (Observation | undefined)[] = [checkpointsById(before).get(id)?.observations.name, row.observations.name]
      if (was?.form !== 'value' || is?.form !== 'value' || story.acts.some((act) => act.action === 'rename' && act.checkpoint === id))
        return []
      return [
        placed(
          { creator: creatorOf(story, id), view: after, property: 'name', checkpoint: id },
          metIf(was.raw === is.raw, was.raw, is.raw, [was.id, now.id, is.id]),
        ),
      ]
    })
  })
}
