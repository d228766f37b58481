import type { Json } from '../../foundation/json.ts'
import type { CheckpointView, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isHyperV, isScvmm } from '../story/made.ts'
import { metIf, read, type Answer } from './builders/answers.ts'
import { eachRow } from './builders/rows.ts'
import { isWordOf, texts, wordsIn } from './words.ts'

const snapshotPrefix = 'Microsoft:Hyper-V:Snapshot:'
const scvmmTypes = [
  'Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot',
  'Microsoft.SystemCenter.VirtualMachineManager.VMCheckpoint',
] as const

/** ObjectType of a checkpoint: its name, and its number where an export turns enums into numbers (C-025, observed). */
const objectTypes: readonly Json[] = ['VMSnapshot', 46]

/** The entity's name with its namespace, in exactly this case (C-026, documented). */
const spfEntity = 'VMM.VMCheckPoint'

export const terminologyRules: readonly Rule[] = [
  eachRow({ claim: 'C-002', property: 'terminology', to: isHyperV, judge: hyperVWord }),
  eachRow({ claim: 'C-003', property: 'terminology', to: (id) => isScvmm(id) && id !== 'scvmm-arc', judge: scvmmWord }),
  eachRow({ claim: 'C-024', property: 'terminology', to: (id) => id === 'hyperv-wmi', judge: wmiNames }),
  eachRow({ claim: 'C-025', property: 'terminology', to: (id) => id === 'scvmm-powershell', judge: bothWordsInside }),
  eachRow({ claim: 'C-026', property: 'terminology', to: (id) => id === 'scvmm-spf', judge: spfSpelling }),
]

/** C-002: WMI has the word in VirtualSystemType too; SnapshotType in PowerShell is `Standard`, so that only the type chain has it. */
function hyperVWord(row: CheckpointView, view: View): Answer {
  const names = read(view, row, 'typeNames')
  if (view.interface === 'hyperv-powershell' && !names.ok) return names.answer
  const words = wordsIn(row)
  const rests = ids(row, ['kind', 'typeNames', 'objectType'])
  if (words.length === 0) return absentWords(row, view, 'kind')
  return metIf(
    words.some((word) => isWordOf('hyper-v', word)),
    'Snapshot',
    words,
    rests,
  )
}

function scvmmWord(row: CheckpointView, view: View): Answer {
  const names = read(view, row, 'typeNames')
  if (!names.ok) return names.answer
  const words = texts(names.value.raw)
  return metIf(
    words.some((word) => isWordOf('scvmm', word)),
    'Checkpoint',
    words,
    [names.value.id],
  )
}

function wmiNames(row: CheckpointView, view: View): Answer {
  const kind = read(view, row, 'kind')
  return kind.ok
    ? metIf(String(kind.value.raw).startsWith(snapshotPrefix), `${snapshotPrefix}*`, kind.value.raw, [kind.value.id])
    : kind.answer
}

/** C-025: an export as JSON has lost the type chain and keeps the number. */
function bothWordsInside(row: CheckpointView, view: View): Answer {
  const { typeNames, objectType } = row.observations
  if (typeNames?.form !== 'value' && objectType?.form !== 'value') return absentWords(row, view, 'objectType')
  const chain = texts(typeNames?.raw).map((name) => name.replace(/^Deserialized\./u, ''))
  const isChain = typeNames?.form !== 'value' || scvmmTypes.every((type) => chain.includes(type))
  const isType = objectType?.form !== 'value' || objectTypes.includes(objectType.raw)
  const expected = { typeNames: scvmmTypes, objectType: objectTypes }
  return metIf(
    isChain && isType,
    expected,
    { typeNames: chain, objectType: objectType?.raw ?? null },
    ids(row, ['typeNames', 'objectType']),
  )
}

function spfSpelling(row: CheckpointView, view: View): Answer {
  const names = read(view, row, 'typeNames')
  return names.ok ? metIf(texts(names.value.raw).includes(spfEntity), spfEntity, names.value.raw, [names.value.id]) : names.answer
}

/** The answer that says why there is no word to judge. */
function absentWords(row: CheckpointView, view: View, property: 'kind' | 'objectType'): Answer {
  const none = read(view, row, property)
  return none.ok ? metIf(false, 'a word', none.value.raw, [none.value.id]) : none.answer
}

function ids({ observations }: CheckpointView, properties: readonly ('kind' | 'typeNames' | 'objectType')[]): readonly string[] {
  return properties.flatMap((property) => observations[property]?.id ?? [])
}
