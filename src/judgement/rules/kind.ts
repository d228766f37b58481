import type { Json } from '../../foundation/json.ts'
import type { CheckpointView, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { creatorOf, isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import { sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { metIf, read, type Answer } from './builders/answers.ts'
import { eachRow } from './builders/rows.ts'
import { perView, placed } from './builders/views.ts'

/** What a checkpoint of a user is, whatever CheckpointType its VM has (C-048; semantics.md section 2.1). */
const userKind: Readonly<Partial<Record<View['interface'], readonly Json[]>>> = {
  'hyperv-wmi': ['Microsoft:Hyper-V:Snapshot:Realized'],
  'hyperv-powershell': ['Standard', 0],
}

/** One setting, by name and by number (C-046; semantics.md section 2.1, documented). */
const checkpointTypes: readonly (readonly Json[])[] = [
  [2, 'Disabled', 'Disable'],
  [3, 'Production', 'ProductionFallbackToTest'],
  [4, 'ProductionOnly', 'ProductionNoFallback'],
  [5, 'Standard', 'Test'],
]

export const kindRules: readonly Rule[] = [
  eachRow({ claim: 'C-048', property: 'kind', to: isHyperV, judge: kindOfUsers }),
  perView('C-046', sameType),
]

function kindOfUsers(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  const kinds = userKind[view.interface]
  if (kinds === undefined || creatorOf(story, row.id) === 'unknown') return undefined
  const kind = read(view, row, 'kind')
  return kind.ok ? metIf(kinds.includes(kind.value.raw), kinds[0]!, kind.value.raw, [kind.value.id]) : kind.answer
}

function sameType(view: View, story: VmStory): readonly Judgement[] {
  const own = view.observations.checkpointType
  const host = sameStage(story, view, 'hyper-v').find((other) => other.observations.checkpointType?.form === 'value')?.observations
    .checkpointType
  if (!isScvmm(view.interface) || own?.form !== 'value' || host === undefined) return []
  const isSame = typeNumber(own.raw) !== undefined && typeNumber(own.raw) === typeNumber(host.raw)
  return [placed({ creator: storyCreator(story), view, property: 'kind' }, metIf(isSame, host.raw, own.raw, [host.id, own.id]))]
}

function typeNumber(raw: Json): Json | undefined {
  return checkpointTypes.find((names) => names.includes(raw) || names.includes(Number(raw)))?.[0]
}
