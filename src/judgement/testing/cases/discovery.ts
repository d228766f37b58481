import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale, type Look, type Row } from '../stories.ts'
import { a, b, c, refused, spf, start, witness, wmi, type Case } from '../told.ts'

const minutes = 60_000

export const awaited = (awaitedMs: number, more: Partial<Look> = {}): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .look(wmi([witness, a]), spf([witness, a], { settled: 'awaited', awaitedMs, ...more })).story

export const glanced = (atFirst: readonly Row[]): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .look(spf(atFirst, { settled: 'not-awaited' }))
    .look(wmi([witness, a]), spf([witness, a], { settled: 'awaited', awaitedMs: 30 * minutes })).story

const stale = (ending: object, after: readonly Row[] = [witness, b], more: Partial<Look> = {}): Story =>
  tale()
    .act('scvmm-spf', 'create', { label: 'a', name: 'a' })
    .act('scvmm-spf', 'create', { label: 'b', name: 'b' })
    .look(wmi([witness, a, b]), spf([witness, a, b]))
    .act('hyperv-wmi', 'remove', { label: 'a' })
    .act('scvmm-spf', 'remove', { label: 'a', attempted: true, ...ending })
    .look(spf(after, more)).story

const recovery = (kind: string, inScvmm: readonly Row[] = [witness]): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a', kind: 'recovery' })
    .look(wmi([witness, { ...a, as: { kind: reading.value('VirtualSystemType', kind) } }]), spf(inScvmm)).story

const subtree = (after: readonly Row[], more: Partial<Look> = {}): Story =>
  tale()
    .look(wmi([witness], { position: 'witness' }), spf([witness], { position: 'witness' }))
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .act('hyperv-wmi', 'create', { label: 'b', name: 'b' })
    .act('hyperv-wmi', 'create', { label: 'c', name: 'c' })
    .look(wmi([witness, a, b, c]), spf([witness, a, b, c]))
    .act('hyperv-wmi', 'remove-subtree', { label: 'b' })
    .look(wmi(after), spf(after, more)).story
const noSubtree = { result: 'unsupported', failure: { code: 'SNAPCHECK_UNSUPPORTED', sentence: 'no way', isFault: false } } as const

export const discovery: readonly Case[] = [
  ['C-062', 'hyperv-wmi>scvmm-spf time', 'conforms', 'within an interval', awaited(29 * minutes)],
  ['C-062', 'hyperv-wmi>scvmm-spf time', 'conforms', 'later, which is recorded too', awaited(50 * minutes)],
  ['C-062', 'hyperv-wmi>scvmm-spf time', 'inconclusive', 'in vain', awaited(35 * minutes, { rows: [witness], settled: 'awaited-in-vain' })],
  ['C-063', 'hyperv-wmi>scvmm-spf time', 'conforms', 'recorded', awaited(1 * minutes)],
  ['C-104', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'a glance that shows nothing proves nothing', glanced([witness])],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'nor does it for others', glanced([witness])],
  ['C-066', 'scvmm-spf>scvmm-spf visibility', 'conforms', 'refused, and cured', stale(refused)],
  ['C-066', 'scvmm-spf>scvmm-spf visibility', 'deviates', 'done', stale({})],
  ['C-066', 'scvmm-spf>scvmm-spf visibility', 'deviates', 'another one has gone with it', stale(refused, [witness])],
  [
    'C-066',
    'scvmm-spf>scvmm-spf visibility',
    'inconclusive',
    'awaited in vain',
    stale(refused, [witness, a, b], { settled: 'awaited-in-vain' }),
  ],
  ['C-083', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'its own kind', recovery('Microsoft:Hyper-V:Snapshot:Recovery')],
  ['C-083', 'hyperv-wmi>hyperv-wmi kind', 'deviates', "a user's kind", recovery('Microsoft:Hyper-V:Snapshot:Realized')],
  [
    'C-083',
    'hyperv-wmi>scvmm-spf kind',
    'conforms',
    'SCVMM lists it or not',
    recovery('Microsoft:Hyper-V:Snapshot:Recovery', [witness, a]),
  ],
  [
    'C-010',
    'hyperv-wmi>scvmm-spf visibility',
    'silent',
    "a backup's checkpoint is no user's",
    recovery('Microsoft:Hyper-V:Snapshot:Recovery'),
  ],
  ['C-079', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'exactly the subtree', subtree([witness, a])],
  ['C-079', 'hyperv-wmi>hyperv-wmi visibility', 'deviates', 'more than the subtree', subtree([witness])],
  ['C-079', 'hyperv-wmi>hyperv-wmi visibility', 'deviates', 'only its top', subtree([witness, a, c])],
  ['C-079', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'awaited in vain', subtree([witness, a, c], { settled: 'awaited-in-vain' })],
  [
    'C-079',
    'scvmm-spf>scvmm-spf visibility',
    'unsupported',
    'no way to do it',
    start().act('scvmm-spf', 'remove-subtree', { label: 'a', attempted: true, ...noSubtree }).story,
  ],
]
