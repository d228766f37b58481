import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale, type Look, type Row } from '../stories.ts'
import { a, b, refused, spf, witness, wmi, type Case } from '../told.ts'

type Creator = 'hyperv-wmi' | 'scvmm-spf'

const states = { running: [2, 'Running'], off: [3, 'PowerOff'], saved: [6, 'Saved'] } as const
type State = keyof typeof states
const onHost = (state: State, type = 5, notes = ''): Partial<Look> => ({
  vmAs: {
    vmState: reading.value('EnabledState', states[state][0]),
    checkpointType: reading.value('UserSnapshotType', type),
    vmNotes: reading.value('Notes', [notes]),
  },
})
const inScvmm = (state: State): Partial<Look> => ({ vmAs: { vmState: reading.value('VirtualMachineState', states[state][1]) } })
const saved = (row: Row, isSaved: boolean): Row => ({ ...row, as: { savedState: reading.value('IsSaved', isSaved) } })

const taken = (
  isSaved: boolean,
  { state = 'running' as State, type = 5, through = 'hyperv-wmi' as Creator, need = 'running' } = {},
): Story =>
  tale('test.taken', need)
    .look(wmi([witness], onHost(state, type)), spf([witness], inScvmm(state)))
    .act(through, 'create', { label: 'a', name: 'a' })
    .look(wmi([witness, saved(a, isSaved)], onHost(state, type)), spf([witness, a], inScvmm(state))).story

const twoProducts = (isSaved: boolean): Story =>
  tale()
    .look(wmi([witness], onHost('running')), spf([witness]))
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .act('scvmm-spf', 'create', { label: 'b', name: 'b' })
    .look(wmi([witness, saved(a, true), saved(b, isSaved)], onHost('running')), spf([witness, a, b])).story

const applied = (after: State, { type = 5, scvmm = after, settled = 'synchronised' as Look['settled'] & string } = {}): Story =>
  tale()
    .look(wmi([witness], onHost('running', type)), spf([witness], inScvmm('running')))
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .act('hyperv-wmi', 'set-vm-state', { vmState: 'off' })
    .act('hyperv-wmi', 'restore', { label: 'a' })
    .look(wmi([witness, a], { position: 'a', ...onHost(after, type) }), spf([witness, a], { position: 'a', ...inScvmm(scvmm), settled }))
    .story

const toRunning = (through: Creator, ending: object): Story =>
  tale()
    .look(wmi([witness], onHost('running')), spf([witness]))
    .act(through, 'create', { label: 'a', name: 'a' })
    .act(through, 'restore', { label: 'a', attempted: true, ...ending }).story
const withCode = (productCode: string): object => ({ ...refused, failure: { ...refused.failure, productCode } })

export const noted = (after: string): Story =>
  tale()
    .look(wmi([witness], onHost('off', 5, 'before')))
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .act('hyperv-wmi', 'set-vm-notes', { vmNotes: 'since' })
    .act('hyperv-wmi', 'restore', { label: 'a' })
    .look(wmi([witness, a], onHost('off', 5, after))).story

const changedInside = (what: 'applicationData' | 'guestMemory' | 'hardware', after: string, through: Creator = 'hyperv-wmi'): Story => {
  const guest = (text: string): Partial<Look> => ({ vmAs: { ...onHost('saved').vmAs, [what]: reading.value(what, text) } })
  return tale()
    .look(wmi([witness], guest('before')))
    .act(through, 'create', { label: 'a', name: 'a' })
    .act(through, 'inside', { inside: `${what}: since` })
    .act(through, 'restore', { label: 'a' })
    .look(wmi([witness, a], { position: 'a', ...guest(after) })).story
}

export const vmState: readonly Case[] = [
  ['C-049', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'standard, running: saved', taken(true)],
  ['C-049', 'hyperv-wmi>hyperv-wmi kind', 'violates', 'standard, running: not saved', taken(false)],
  ['C-049', 'scvmm-spf>hyperv-wmi kind', 'conforms', 'production: not saved', taken(false, { type: 3, through: 'scvmm-spf' })],
  ['C-049', 'scvmm-spf>hyperv-wmi kind', 'violates', 'production: saved', taken(true, { type: 3, through: 'scvmm-spf' })],
  ['C-049', 'hyperv-wmi>hyperv-wmi kind', 'silent', 'a guest that takes no part', taken(true, { type: 3, need: 'no-integration' })],
  ['C-049', 'hyperv-wmi>hyperv-wmi kind', 'violates', 'off: saved', taken(true, { state: 'off' })],
  ['C-005', 'hyperv-wmi>hyperv-wmi state', 'conforms', 'memory of a running VM', taken(true)],
  ['C-005', 'hyperv-wmi>hyperv-wmi state', 'violates', 'no memory of a running VM', taken(false)],
  ['C-006', 'scvmm-spf>hyperv-wmi kind', 'conforms', 'both hold memory', twoProducts(true)],
  ['C-006', 'scvmm-spf>hyperv-wmi kind', 'deviates', 'only one holds memory', twoProducts(false)],
  ['C-006', 'hyperv-wmi>hyperv-wmi kind', 'silent', 'only one product', taken(true)],
  ['C-075', 'hyperv-wmi>hyperv-wmi state', 'conforms', 'standard: saved', applied('saved')],
  ['C-075', 'hyperv-wmi>hyperv-wmi state', 'violates', 'standard: off', applied('off')],
  ['C-075', 'hyperv-wmi>scvmm-spf state', 'conforms', 'production: off', applied('off', { type: 3 })],
  ['C-075', 'hyperv-wmi>scvmm-spf state', 'violates', 'production: running', applied('running', { type: 3 })],
  ['C-075', 'hyperv-wmi>scvmm-spf state', 'inconclusive', 'waited in vain', applied('saved', { scvmm: 'off', settled: 'awaited-in-vain' })],
  ['C-076', 'hyperv-wmi>hyperv-wmi state', 'conforms', 'refused with 32775', toRunning('hyperv-wmi', withCode('32775'))],
  ['C-076', 'hyperv-wmi>hyperv-wmi state', 'deviates', 'refused with another code', toRunning('hyperv-wmi', withCode('32768'))],
  ['C-076', 'hyperv-wmi>hyperv-wmi state', 'deviates', 'done', toRunning('hyperv-wmi', {})],
  ['C-076', 'scvmm-spf>scvmm-spf state', 'conforms', 'SCVMM stops it itself', toRunning('scvmm-spf', {})],
  ['C-076', 'scvmm-spf>scvmm-spf state', 'deviates', 'SCVMM refuses', toRunning('scvmm-spf', withCode('1730'))],
  ['C-058', 'hyperv-wmi>hyperv-wmi state', 'conforms', 'recorded', noted('before')],
  ['C-004', 'scvmm-spf>hyperv-wmi disks', 'conforms', 'data is back', changedInside('applicationData', 'before', 'scvmm-spf')],
  ['C-004', 'scvmm-spf>hyperv-wmi disks', 'violates', 'data is not back', changedInside('applicationData', 'since', 'scvmm-spf')],
  ['C-005', 'hyperv-wmi>hyperv-wmi disks', 'violates', 'hardware is not back', changedInside('hardware', 'since')],
  ['C-005', 'hyperv-wmi>hyperv-wmi state', 'violates', 'memory is not back', changedInside('guestMemory', 'since')],
]
