import { reading } from '../../../checkpoint/reading.ts'
import { tale } from '../stories.ts'
import { wmi, spf, file, witness, a, start, type Case, fromWmi, fromSpf, hiddenInWmi } from '../told.ts'

export const position: readonly Case[] = [
  ['C-044', 'scvmm-spf>scvmm-spf position', 'conforms', 'the new one', fromSpf()],
  [
    'C-044',
    'scvmm-spf>scvmm-spf position',
    'deviates',
    'still the old one',
    start()
      .act('scvmm-spf', 'create', { label: 'a' })
      .look(spf([witness, a], { position: 'witness' })).story,
  ],
  [
    'C-044',
    'scvmm-spf>scvmm-spf position',
    'unsupported',
    'not shown',
    start()
      .act('scvmm-spf', 'create', { label: 'a' })
      .look(spf([witness, a], { vmAs: { position: reading.absent('LastRestoredCheckpointID') } })).story,
  ],
  ['C-044', 'unknown>scvmm-powershell position', 'conforms', "the VM's GUID without checkpoints", tale().look(file([])).story],
  ['C-044', 'unknown>scvmm-powershell position', 'deviates', 'a GUID of nothing', tale().look(file([], { position: 'gone' })).story],
  [
    'C-044',
    'unknown>scvmm-powershell position',
    'not-run',
    'a VM in the library',
    tale().look(file([], { vmAs: { position: reading.value('LastRestoredCheckpointID', '') } })).story,
  ],
  ['C-045', 'hyperv-wmi>hyperv-wmi position', 'conforms', 'the new one', fromWmi()],
  [
    'C-045',
    'hyperv-wmi>hyperv-wmi position',
    'violates',
    'none',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(wmi([witness, a])).story,
  ],
  ['C-045', 'scvmm-spf>hyperv-wmi position', 'not-run', 'the one it stands on is not visible', hiddenInWmi({})],
]
