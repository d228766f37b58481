import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale } from '../stories.ts'
import { wmi, spf, file, witness, a, start, inBoth, type Case, fromWmi, fromSpf } from '../told.ts'

const chained = ['Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot', 'Microsoft.SystemCenter.VirtualMachineManager.VMCheckpoint']
const typed = (typeNames: readonly string[], objectType: string | number): Story =>
  tale().look(
    file([{ label: 'x', as: { typeNames: reading.value('TypeNames', typeNames), objectType: reading.value('ObjectType', objectType) } }]),
  ).story
const inSpf = (typeNames: readonly string[]): Story =>
  inBoth('scvmm-spf', {}, {}, { as: { typeNames: reading.value('odata.type', typeNames) } })
const kindOf = (kind: string): Story => inBoth('hyperv-wmi', {}, { as: { kind: reading.value('VirtualSystemType', kind) } }, {})

export const terminology: readonly Case[] = [
  ['C-002', 'hyperv-wmi>hyperv-wmi terminology', 'conforms', 'Snapshot', fromWmi()],
  ['C-002', 'hyperv-wmi>hyperv-wmi terminology', 'deviates', 'no Snapshot', kindOf('Microsoft:Hyper-V:Checkpoint:Realized')],
  ['C-024', 'hyperv-wmi>hyperv-wmi terminology', 'conforms', 'Snapshot', fromWmi()],
  [
    'C-024',
    'hyperv-wmi>hyperv-wmi terminology',
    'violates',
    'with System:, as a known wrong fixture has it',
    kindOf('Microsoft:Hyper-V:System:Snapshot:Realized'),
  ],
  ['C-003', 'scvmm-spf>scvmm-spf terminology', 'conforms', 'CheckPoint', fromSpf()],
  ['C-003', 'scvmm-spf>scvmm-spf terminology', 'violates', 'no CheckPoint', inSpf(['VMM.VMSnapshot'])],
  [
    'C-003',
    'unknown>scvmm-powershell terminology',
    'not-run',
    'the export lost it',
    tale().look(file([{ label: 'x', as: { typeNames: undefined } }])).story,
  ],
  ['C-025', 'unknown>scvmm-powershell terminology', 'conforms', 'both', typed(chained, 'VMSnapshot')],
  [
    'C-025',
    'unknown>scvmm-powershell terminology',
    'conforms',
    'read from CLIXML',
    typed(
      chained.map((one) => `Deserialized.${one}`),
      46,
    ),
  ],
  ['C-025', 'unknown>scvmm-powershell terminology', 'deviates', 'one of them', typed(chained.slice(1), 46)],
  ['C-025', 'unknown>scvmm-powershell terminology', 'deviates', 'another number', typed(chained, 47)],
  ['C-026', 'scvmm-spf>scvmm-spf terminology', 'conforms', 'the capital P', fromSpf()],
  ['C-026', 'scvmm-spf>scvmm-spf terminology', 'violates', 'a small p', inSpf(['VMM.VMCheckpoint'])],
  ['C-048', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'Realized', fromWmi()],
  ['C-048', 'hyperv-wmi>hyperv-wmi kind', 'deviates', 'Recovery', kindOf('Microsoft:Hyper-V:Snapshot:Recovery')],
  ['C-046', 'scvmm-spf>scvmm-spf kind', 'conforms', '5 is Standard', fromSpf()],
  [
    'C-046',
    'scvmm-spf>scvmm-spf kind',
    'violates',
    '5 is not Production',
    start()
      .act('scvmm-spf', 'create', { label: 'a' })
      .look(wmi([witness]), spf([witness, a], { vmAs: { checkpointType: reading.value('CheckpointType', 'Production') } })).story,
  ],
]
