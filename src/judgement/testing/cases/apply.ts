import type { Story } from '../../observation.ts'
import { tale, type Look, type Row } from '../stories.ts'
import { a, b, both, refused, spf, start, witness, wmi, type Case } from '../told.ts'

type Creator = 'hyperv-wmi' | 'scvmm-spf'

const restored = (through: Creator, position: string, rows: readonly Row[] = [witness, a, b], more: Partial<Look> = {}): Story =>
  start()
    .act(through, 'create', { label: 'a' })
    .act(through, 'create', { label: 'b' })
    .look(...both([witness, a, b], 'b'))
    .act(through, 'restore', { label: 'a' })
    .look(wmi(rows, { position, ...more }), spf(rows, { position, ...more })).story
const refusedRestore = (name?: string): Story =>
  start()
    .act('scvmm-spf', 'create', { label: 'a', ...(name === undefined ? {} : { name }) })
    .act('scvmm-spf', 'restore', { label: 'a', ...refused })
    .look(...both([witness, a], 'a')).story
const nameless = tale()
  .act('scvmm-spf', 'create', { label: 'a' })
  .act('scvmm-spf', 'restore', { label: 'a' })
  .look(spf([a])).story

export const apply: readonly Case[] = [
  ['C-067', 'hyperv-wmi>scvmm-spf position', 'conforms', 'the marker moved', restored('hyperv-wmi', 'a')],
  ['C-067', 'hyperv-wmi>scvmm-spf position', 'deviates', 'the marker stayed', restored('hyperv-wmi', 'b')],
  [
    'C-067',
    'hyperv-wmi>scvmm-spf position',
    'inconclusive',
    'SCVMM may not have looked',
    restored('hyperv-wmi', 'b', undefined, { settled: 'awaited-in-vain' }),
  ],
  ['C-098', 'scvmm-spf>hyperv-wmi position', 'conforms', 'restored', restored('scvmm-spf', 'a')],
  ['C-098', 'scvmm-spf>hyperv-wmi position', 'violates', 'nothing happened', restored('scvmm-spf', 'b')],
  ['C-098', 'scvmm-spf>scvmm-spf position', 'violates', 'refused', refusedRestore()],
  ['C-073', 'hyperv-wmi>hyperv-wmi visibility', 'conforms', 'all kept', restored('hyperv-wmi', 'a')],
  ['C-073', 'hyperv-wmi>scvmm-spf visibility', 'violates', 'the later one is gone', restored('hyperv-wmi', 'a', [witness, a])],
  [
    'C-073',
    'hyperv-wmi>scvmm-spf visibility',
    'inconclusive',
    'without a witness',
    restored('hyperv-wmi', 'a', [witness, a], { witness: false }),
  ],
  ['C-009', 'scvmm-spf>scvmm-spf position', 'conforms', 'both work', nameless],
  ['C-009', 'scvmm-spf>scvmm-spf position', 'violates', 'the restore was refused', refusedRestore()],
  ['C-009', 'scvmm-spf>scvmm-spf position', 'silent', 'it was given a name', refusedRestore('named')],
]
