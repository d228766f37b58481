import { reading } from '../../../checkpoint/reading.ts'
import { guidOf, tale, vm } from '../stories.ts'
import { wmi, file, witness, start, inBoth, type Case, fromWmi, fromSpf, hiddenInWmi } from '../told.ts'

export const identity: readonly Case[] = [
  ['C-001', 'hyperv-wmi>scvmm-spf terminology', 'conforms', 'both words', fromWmi()],
  [
    'C-001',
    'scvmm-spf>hyperv-wmi terminology',
    'violates',
    'one calls it something else',
    inBoth('scvmm-spf', { name: 'a' }, { as: { kind: reading.value('VirtualSystemType', 'Microsoft:Hyper-V:Backup:Realized') } }, {}),
  ],
  [
    'C-001',
    'scvmm-spf>hyperv-wmi terminology',
    'unsupported',
    'one does not say',
    inBoth('scvmm-spf', { name: 'a' }, { as: { kind: undefined, typeNames: undefined } }, {}),
  ],
  ['C-001', 'scvmm-spf>hyperv-wmi terminology', 'not-run', 'not visible', hiddenInWmi({})],
  ['C-027', 'scvmm-spf>hyperv-wmi identity', 'conforms', 'one GUID', fromSpf()],
  [
    'C-027',
    'scvmm-spf>hyperv-wmi identity',
    'deviates',
    'its name under another GUID',
    start()
      .act('scvmm-spf', 'create', { label: 'a', name: 'mine' })
      .look(wmi([witness, { label: 'z', name: 'mine' }])).story,
  ],
  [
    'C-027',
    'scvmm-spf>hyperv-wmi identity',
    'deviates',
    'VirtualSystemIdentifier of no VM',
    inBoth('scvmm-spf', { name: 'a' }, { as: { vm: reading.value('VirtualSystemIdentifier', guidOf('a')) } }, {}),
  ],
  ['C-027', 'scvmm-spf>hyperv-wmi identity', 'not-run', 'not visible', hiddenInWmi({})],
  ['C-028', 'scvmm-spf>scvmm-spf identity', 'conforms', 'ids of its own', fromSpf()],
  [
    'C-028',
    'scvmm-spf>scvmm-spf identity',
    'deviates',
    'ID is the CheckpointID',
    inBoth('scvmm-spf', {}, {}, { as: { databaseId: reading.value('ID', guidOf('a').toLowerCase()) } }),
  ],
  [
    'C-028',
    'scvmm-spf>scvmm-spf identity',
    'deviates',
    "VMId is Hyper-V's",
    inBoth('scvmm-spf', {}, {}, { as: { vm: reading.value('VMId', vm) } }),
  ],
  ['C-028', 'scvmm-spf>scvmm-spf identity', 'unsupported', 'no ID', inBoth('scvmm-spf', {}, {}, { as: { databaseId: undefined } })],
  [
    'C-072',
    'unknown>scvmm-powershell identity',
    'conforms',
    'namesakes on two VMs',
    tale().look(file([{ label: 'x', name: 'same' }]), file([{ label: 'y', name: 'same' }], { vm: guidOf('other vm') })).story,
  ],
  [
    'C-072',
    'unknown>scvmm-powershell identity',
    'deviates',
    'one GUID on two VMs',
    tale().look(file([{ label: 'x', name: 'same' }]), file([{ label: 'x', name: 'same' }], { vm: guidOf('other vm') })).story,
  ],
]
