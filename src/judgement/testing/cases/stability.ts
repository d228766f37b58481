import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { guidOf, tale, vm, type Look, type Row } from '../stories.ts'
import { wmi, spf, file, witness, a, start, type Case, fromSpf } from '../told.ts'

const twice = (second: Partial<Row>, more: Partial<Look> = {}): Story =>
  tale()
    .look(file([{ label: 'x' }]))
    .look(file([{ label: 'x', ...second }], more)).story
const twoSides = (onPowerShell: Partial<Row>): Story =>
  start()
    .act('scvmm-spf', 'create', { label: 'a' })
    .look(spf([witness, a]), { interface: 'scvmm-powershell', rows: [witness, { ...a, ...onPowerShell }] }).story

const reordered = (labels: readonly string[]): Story =>
  tale()
    .look(file([{ label: 'x' }, { label: 'y' }]))
    .look(
      file(
        labels.map((label) => ({ label })),
        { participant: 'scvmm-2022' },
      ),
    ).story
const twoVms = (second: Partial<Look>): Story =>
  tale().look(wmi([], { settled: 'file' }), wmi([], { settled: 'file', vm: guidOf('other vm'), ...second })).story

export const stability: readonly Case[] = [
  ['R-002', 'unknown>scvmm-powershell name', 'conforms', 'kept', twice({})],
  [
    'R-002',
    'unknown>scvmm-powershell identity',
    'deviates',
    'another ID',
    twice({ as: { databaseId: reading.value('ID', guidOf('new').toLowerCase()) } }),
  ],
  ['R-002', 'unknown>scvmm-powershell time', 'deviates', 'another AddedTime', twice({ time: '2027-01-01T00:00:00Z' })],
  ['R-002', 'unknown>scvmm-powershell parent', 'deviates', 'another parent', twice({ parent: 'elsewhere' })],
  ['C-117', 'unknown>scvmm-powershell comment', 'silent', 'the same participant', twice({ comment: 'gone' })],
  [
    'C-117',
    'unknown>scvmm-powershell comment',
    'deviates',
    'lost by an upgrade',
    twice({ comment: 'other' }, { participant: 'scvmm-2022' }),
  ],
  ['C-117', 'unknown>scvmm-powershell order', 'conforms', 'in the same order', reordered(['x', 'y'])],
  ['C-117', 'unknown>scvmm-powershell order', 'deviates', 'in another order', reordered(['y', 'x'])],
  ['C-117', 'unknown>scvmm-powershell comment', 'conforms', 'survived an upgrade', twice({}, { participant: 'scvmm-2022' })],
  ['C-069', 'scvmm-spf>scvmm-spf identity', 'conforms', 'one row', fromSpf()],
  [
    'C-069',
    'scvmm-spf>scvmm-spf identity',
    'deviates',
    'two rows',
    start()
      .act('scvmm-spf', 'create', { label: 'a' })
      .look(spf([witness, a, a])).story,
  ],
  ['C-105', 'scvmm-spf>scvmm-spf visibility', 'conforms', 'the same rows', twoSides({})],
  ['C-105', 'scvmm-spf>scvmm-spf comment', 'deviates', 'another comment', twoSides({ comment: 'x' })],
  ['R-003', 'unknown>scvmm-powershell identity', 'conforms', 'all distinct', twice({})],
  [
    'R-003',
    'unknown>scvmm-powershell identity',
    'deviates',
    'one on two VMs',
    tale().look(file([{ label: 'x' }]), file([{ label: 'x' }], { vm: guidOf('other vm') })).story,
  ],
  ['R-004', 'unknown>scvmm-powershell comment', 'conforms', 'empty', twice({})],
  ['R-004', 'unknown>scvmm-powershell comment', 'deviates', 'null', twice({ as: { comment: reading.nil('Description') } })],
  [
    'R-007',
    'unknown>scvmm-powershell identity',
    'deviates',
    'lower case',
    twice({ as: { id: reading.value('CheckpointID', guidOf('x').toLowerCase()) } }),
  ],
  ['R-007', 'unknown>scvmm-powershell identity', 'conforms', 'upper case', twice({})],
  ['R-008', 'unknown>hyperv-wmi identity', 'conforms', 'two VMs', twoVms({})],
  ['R-008', 'unknown>hyperv-wmi identity', 'deviates', 'one GUID twice', twoVms({ vmAs: { vmId: reading.value('Name', vm) } })],
]
