import { reading } from '../../../checkpoint/reading.ts'
import type { CheckpointType } from '../../../checkpoint/vm.ts'
import type { Story } from '../../observation.ts'
import { tale, type Row } from '../stories.ts'
import { a, broken, refused, spf, witness, wmi, type Case } from '../told.ts'

type Creator = 'hyperv-wmi' | 'scvmm-spf'

const typed = (type: number) => ({ vmAs: { checkpointType: reading.value('UserSnapshotType', type) } })
const saved = (isSaved: boolean): Row => ({ ...a, as: { savedState: reading.value('IsSaved', isSaved) } })

const tried = (
  through: Creator,
  { need = 'running', type = 3, ending = refused as object, after = [witness] as readonly Row[] } = {},
): Story =>
  tale('test.refusal', need)
    .look(wmi([witness], typed(3)), spf([witness]))
    .act('hyperv-wmi', 'set-checkpoint-type', { checkpointType: type as CheckpointType })
    .act(through, 'create', { label: 'a', name: 'a', attempted: true, ...ending })
    .look(wmi(after, typed(type)), spf(after)).story

const disabled = { type: 2 }
const guestless = { need: 'no-integration', type: 4 }
const fallback = { need: 'no-integration', type: 3, ending: {} }

export const refusals: readonly Case[] = [
  ['C-050', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'refused', tried('hyperv-wmi', disabled)],
  ['C-050', 'scvmm-spf>hyperv-wmi kind', 'conforms', 'and nothing appears', tried('scvmm-spf', disabled)],
  ['C-050', 'scvmm-spf>hyperv-wmi kind', 'deviates', 'refused, and it appears', tried('scvmm-spf', { ...disabled, after: [witness, a] })],
  ['C-050', 'scvmm-spf>scvmm-spf kind', 'deviates', 'made', tried('scvmm-spf', { ...disabled, ending: {}, after: [witness, a] })],
  ['C-050', 'scvmm-spf>scvmm-spf kind', 'error', 'nobody answered', tried('scvmm-spf', { ...disabled, ending: broken })],
  ['C-050', 'scvmm-spf>scvmm-spf kind', 'silent', 'another type', tried('scvmm-spf')],
  ['C-051', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'production only is refused', tried('hyperv-wmi', guestless)],
  [
    'C-051',
    'hyperv-wmi>scvmm-spf kind',
    'violates',
    'production only leaves one behind',
    tried('hyperv-wmi', { ...guestless, after: [witness, a] }),
  ],
  [
    'C-051',
    'hyperv-wmi>hyperv-wmi kind',
    'violates',
    'it is made',
    tried('hyperv-wmi', { ...guestless, ending: {}, after: [witness, saved(false)] }),
  ],
  [
    'C-051',
    'scvmm-spf>hyperv-wmi kind',
    'conforms',
    'production falls back',
    tried('scvmm-spf', { ...fallback, after: [witness, saved(true)] }),
  ],
  [
    'C-051',
    'scvmm-spf>hyperv-wmi kind',
    'violates',
    'what was taken holds no memory',
    tried('scvmm-spf', { ...fallback, after: [witness, saved(false)] }),
  ],
  ['C-051', 'scvmm-spf>scvmm-spf kind', 'violates', 'production is refused too', tried('scvmm-spf', { need: 'no-integration', type: 3 })],
  ['C-086', 'scvmm-spf>scvmm-spf limit', 'conforms', 'refused', tried('scvmm-spf', { need: 'library' })],
  ['C-086', 'scvmm-spf>scvmm-spf limit', 'violates', 'made', tried('scvmm-spf', { need: 'library', ending: {} })],
  ['C-087', 'hyperv-wmi>hyperv-wmi limit', 'conforms', 'refused', tried('hyperv-wmi', { need: 'pass-through' })],
  [
    'C-087',
    'hyperv-wmi>hyperv-wmi limit',
    'violates',
    'made',
    tried('hyperv-wmi', { need: 'pass-through', ending: {}, after: [witness, a] }),
  ],
  ['C-087', 'hyperv-wmi>scvmm-spf limit', 'violates', 'a part is left', tried('hyperv-wmi', { need: 'pass-through', after: [witness, a] })],
  ['C-046', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'shown as it was set', tried('hyperv-wmi', { type: 4 })],
  [
    'C-046',
    'hyperv-wmi>hyperv-wmi kind',
    'violates',
    'another one is shown',
    tale()
      .act('hyperv-wmi', 'set-checkpoint-type', { checkpointType: 4 })
      .look(wmi([witness], typed(3))).story,
  ],
]
