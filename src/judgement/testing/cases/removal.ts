import type { Story } from '../../observation.ts'
import type { Look, Row } from '../stories.ts'
import { wmi, spf, witness, a, b, c, start, both, type Case } from '../told.ts'

const removed = (through: 'hyperv-wmi' | 'scvmm-spf', onWmi: readonly Row[], onSpf: readonly Row[], more: Partial<Look> = {}): Story =>
  start()
    .act(through, 'create', { label: 'a' })
    .look(...both([witness, a], 'a'))
    .act(through, 'remove', { label: 'a' })
    .look(wmi(onWmi, more), spf(onSpf, more)).story
const middle = (child: readonly Row[], more: Partial<Look> = {}): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a' })
    .act('hyperv-wmi', 'create', { label: 'b' })
    .act('hyperv-wmi', 'create', { label: 'c' })
    .look(...both([witness, a, b, c], 'c'))
    .act('hyperv-wmi', 'remove', { label: 'b' })
    .look(wmi([witness, a, ...child]), spf([witness, a, ...child], more)).story

export const removal: readonly Case[] = [
  ['C-065', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'gone', removed('hyperv-wmi', [witness], [witness])],
  ['C-065', 'hyperv-wmi>scvmm-spf visibility', 'deviates', 'still there', removed('hyperv-wmi', [witness], [witness, a])],
  [
    'C-065',
    'hyperv-wmi>scvmm-spf visibility',
    'inconclusive',
    'still there, and SCVMM may not have looked',
    removed('hyperv-wmi', [witness], [witness, a], { settled: 'awaited-in-vain' }),
  ],
  ['C-080', 'scvmm-spf>hyperv-wmi visibility', 'conforms', 'gone', removed('scvmm-spf', [witness], [witness])],
  ['C-080', 'scvmm-spf>hyperv-wmi visibility', 'deviates', 'still on the host', removed('scvmm-spf', [witness, a], [witness])],
  ['C-099', 'scvmm-spf>hyperv-wmi visibility', 'violates', 'still on the host', removed('scvmm-spf', [witness, a], [witness])],
  ['C-099', 'scvmm-spf>scvmm-spf visibility', 'conforms', 'gone', removed('scvmm-spf', [witness], [witness])],
  ['C-099', 'scvmm-spf>scvmm-spf visibility', 'inconclusive', 'gone, nobody knows why', removed('scvmm-spf', [], [], { witness: false })],
  ['C-078', 'hyperv-wmi>hyperv-wmi parent', 'conforms', 're-parented', middle([{ ...c, parent: 'a' }])],
  ['C-078', 'hyperv-wmi>hyperv-wmi parent', 'deviates', 'an orphan', middle([c])],
  ['C-078', 'hyperv-wmi>hyperv-wmi parent', 'deviates', 'gone with it', middle([])],
  ['C-078', 'hyperv-wmi>scvmm-spf parent', 'inconclusive', 'SCVMM may not have looked', middle([c], { settled: 'awaited-in-vain' })],
  ['C-042', 'hyperv-wmi>hyperv-wmi parent', 'conforms', 'what a removal does is not presumed', middle([c])],
]
