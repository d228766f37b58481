import { productOf } from '../../checkpoint/interface-id.ts'
import type { Act, CheckpointView, Observation, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { defaultNameOf } from '../story/default-name-of.ts'
import { expectedText } from '../story/expected-text.ts'
import { checkpointsById } from '../story/index-views.ts'
import { creatorOf, isAny, isHyperV, isScvmm } from '../story/made.ts'
import { consecutiveViews, sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, metIf, read, type Answer } from './builders/answers.ts'
import { crossing, notVisible, type SeenSighting, type Sighting } from './builders/crossing.ts'
import { eachRow } from './builders/rows.ts'
import { perVm, placed } from './builders/views.ts'

const isNameless = ({ intended }: Act): boolean => intended.name === undefined

/** Names that nobody chose. */
export const defaultNameRules: readonly Rule[] = [
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
  const form = defaultNameOf(row)
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
  const form = defaultNameOf(row)?.form ?? 'none'
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

/** C-071 within one look: the name in a default name is not the VM's present one. */
function keepsOldVmName(row: CheckpointView, view: View): Answer | undefined {
  const form = defaultNameOf(row)
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
