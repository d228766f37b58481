import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale, vm, type Look, type Row } from '../stories.ts'
import { wmi, spf, file, witness, a, b, start, inBoth, type Case, fromSpf } from '../told.ts'

const chain = (onWmi: readonly Row[], onSpf: readonly Row[], more: Partial<Look> = {}): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a' })
    .act('hyperv-wmi', 'create', { label: 'b' })
    .look(wmi(onWmi, { position: 'b' }), spf(onSpf, { position: 'b', ...more })).story
const orphan: Row = { ...b, as: { parent: reading.value('ParentCheckpointID', vm) } }
const rooted = (through: 'hyperv-wmi' | 'scvmm-spf', as: Row['as']): Story =>
  tale()
    .look(wmi([]), spf([]))
    .act(through, 'create', { label: 'a' })
    .look(
      wmi([{ label: 'a', ...(through === 'hyperv-wmi' && as ? { as } : {}) }], { position: 'a' }),
      spf([{ label: 'a', ...(through === 'scvmm-spf' && as ? { as } : {}) }], { position: 'a' }),
    ).story

export const tree: readonly Case[] = [
  ['C-042', 'hyperv-wmi>scvmm-spf parent', 'conforms', 'the same', chain([witness, a, b], [witness, a, b])],
  ['C-042', 'hyperv-wmi>scvmm-spf parent', 'violates', 'the parent is lost', chain([witness, a, b], [witness, a, orphan])],
  ['C-042', 'hyperv-wmi>hyperv-wmi parent', 'conforms', "SCVMM's loss is not Hyper-V's", chain([witness, a, b], [witness, a, orphan])],
  ['C-042', 'hyperv-wmi>scvmm-spf parent', 'not-run', 'not visible', chain([witness, a, b], [witness, b])],
  ['C-043', 'scvmm-spf>scvmm-spf parent', 'conforms', "the VM's GUID", rooted('scvmm-spf', undefined)],
  ['C-043', 'scvmm-spf>scvmm-spf parent', 'deviates', 'nothing', rooted('scvmm-spf', { parent: reading.nil('ParentCheckpointID') })],
  ['C-043', 'hyperv-wmi>hyperv-wmi parent', 'conforms', 'nothing', rooted('hyperv-wmi', undefined)],
  ['C-043', 'hyperv-wmi>hyperv-wmi parent', 'deviates', "the VM's GUID", rooted('hyperv-wmi', { parent: reading.value('Parent', vm) })],
  ['C-043', 'unknown>scvmm-powershell parent', 'conforms', "the VM's GUID, in a file", tale().look(file([{ label: 'x' }])).story],
  ['C-070', 'scvmm-spf>scvmm-spf parent', 'conforms', 'whole', fromSpf()],
  [
    'C-070',
    'scvmm-spf>scvmm-spf parent',
    'deviates',
    'two roots',
    inBoth('scvmm-spf', {}, {}, { as: { parent: reading.value('ParentCheckpointID', vm) } }),
  ],
  [
    'C-070',
    'unknown>scvmm-powershell parent',
    'conforms',
    'recorded: two forms of names in one tree',
    tale().look(
      file([
        { label: 'r', name: 'V - (05/06/2014 16:13:46)' },
        { label: 's', parent: 'r', name: 'V - (5/12/2014 - 1:00:00 PM)' },
      ]),
    ).story,
  ],
  [
    'C-070',
    'unknown>scvmm-powershell parent',
    'deviates',
    'in pieces',
    tale().look(
      file([
        { label: 'r', name: 'V - (05/06/2014 16:13:46)' },
        { label: 's', parent: 'nowhere', name: 'V - (5/12/2014 - 1:00:00 PM)' },
      ]),
    ).story,
  ],
  ['R-005', 'unknown>scvmm-powershell parent', 'conforms', 'whole', tale().look(file([{ label: 'x' }, { label: 'y', parent: 'x' }])).story],
  [
    'R-005',
    'unknown>scvmm-powershell parent',
    'deviates',
    'an orphan',
    tale().look(file([{ label: 'x' }, { label: 'y', parent: 'z' }])).story,
  ],
  [
    'R-006',
    'unknown>scvmm-arc parent',
    'conforms',
    'a third GUID',
    tale().look({ ...file([{ label: 'x', parent: 'third' }]), interface: 'scvmm-arc' }).story,
  ],
  [
    'R-006',
    'unknown>scvmm-arc parent',
    'deviates',
    'empty',
    tale().look({ ...file([{ label: 'x', as: { parent: reading.value('parentCheckpointID', '') } }]), interface: 'scvmm-arc' }).story,
  ],
]
