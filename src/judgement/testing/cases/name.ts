import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale, type Look, type Row } from '../stories.ts'
import { wmi, spf, file, witness, a, b, start, both, inBoth, type Case, fromSpf, refused, broken } from '../told.ts'

export const renamed = (through: 'hyperv-wmi' | 'scvmm-spf', onWmi: Partial<Row>, onSpf: Partial<Row>, more: Partial<Look> = {}): Story =>
  start()
    .act(through, 'create', { label: 'a', name: 'old' })
    .look(...both([witness, { ...a, name: 'old' }], 'a'))
    .act(through, 'rename', { label: 'a', name: 'new' })
    .look(wmi([witness, { ...a, ...onWmi }]), spf([witness, { ...a, ...onSpf }], more)).story
const twoNamed = (rows: readonly Row[]): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a', name: 'same' })
    .act('hyperv-wmi', 'create', { label: 'b', name: 'same' })
    .look(wmi(rows)).story
const vmCalled = (name: string): Partial<Look> => ({ vmAs: { vmName: reading.value('Name', name) } })

export const name: readonly Case[] = [
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'conforms', 'the same', fromSpf()],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'deviates', 'a blank less', inBoth('scvmm-spf', { name: 'a ' }, { name: 'a' }, { name: 'a ' })],
  ['C-029', 'hyperv-wmi>hyperv-wmi name', 'deviates', 'another one', inBoth('hyperv-wmi', { name: 'a' }, { name: 'b' }, { name: 'a' })],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'conforms', 'the same default name', inBoth('scvmm-spf', {}, { name: 'd' }, { name: 'd' })],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'deviates', 'two default names', inBoth('scvmm-spf', {}, { name: 'd' }, { name: 'e' })],
  [
    'C-029',
    'hyperv-wmi>hyperv-wmi name',
    'not-run',
    'the rename broke off',
    start()
      .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
      .act('hyperv-wmi', 'rename', { label: 'a', name: 'n', ...broken })
      .look(wmi([witness, a])).story,
  ],
  [
    'C-030',
    'hyperv-wmi>hyperv-wmi name',
    'conforms',
    'the en-US form',
    inBoth('hyperv-wmi', {}, { name: 'HV4 - (3/14/2026 - 12:00:00 PM)' }, {}),
  ],
  [
    'C-030',
    'hyperv-wmi>hyperv-wmi name',
    'deviates',
    "SCVMM's form",
    inBoth('hyperv-wmi', {}, { name: 'HV4 - (03/14/2026 12:00:00)' }, {}),
  ],
  [
    'C-030',
    'hyperv-wmi>hyperv-wmi name',
    'deviates',
    'the name of another VM',
    inBoth('hyperv-wmi', {}, { name: 'HV5 - (3/14/2026 - 12:00:00 PM)' }, {}),
  ],
  ['C-031', 'scvmm-spf>scvmm-spf name', 'conforms', 'its own form', inBoth('scvmm-spf', {}, {}, { name: 'HV4 - (03/14/2026 12:00:00)' })],
  [
    'C-031',
    'scvmm-spf>scvmm-spf name',
    'deviates',
    "Hyper-V's form",
    inBoth('scvmm-spf', {}, {}, { name: 'HV4 - (3/14/2026 - 12:00:00 PM)' }),
  ],
  ['C-031', 'unknown>scvmm-powershell name', 'conforms', 'a finding in a file', tale().look(file([witness])).story],
  ['C-035', 'hyperv-wmi>hyperv-wmi name', 'conforms', 'two namesakes', twoNamed([witness, { ...a, name: 'same' }, { ...b, name: 'same' }])],
  [
    'C-035',
    'hyperv-wmi>hyperv-wmi name',
    'deviates',
    'the second one numbered',
    twoNamed([witness, { ...a, name: 'same' }, { ...b, name: 'same (1)' }]),
  ],
  [
    'C-035',
    'hyperv-wmi>hyperv-wmi name',
    'deviates',
    'the second one refused',
    start()
      .act('hyperv-wmi', 'create', { label: 'a', name: 'same' })
      .act('hyperv-wmi', 'create', { label: 'b', name: 'same', ...refused })
      .look(wmi([witness, a])).story,
  ],
  ['C-036', 'hyperv-wmi>scvmm-spf name', 'conforms', 'reached', renamed('hyperv-wmi', { name: 'new' }, { name: 'new' })],
  ['C-036', 'hyperv-wmi>scvmm-spf name', 'deviates', 'not reached', renamed('hyperv-wmi', { name: 'new' }, { name: 'old' })],
  [
    'C-036',
    'hyperv-wmi>scvmm-spf name',
    'inconclusive',
    'still awaited',
    renamed('hyperv-wmi', { name: 'new' }, { name: 'old' }, { settled: 'awaited-in-vain' }),
  ],
  [
    'C-036',
    'hyperv-wmi>scvmm-spf name',
    'deviates',
    'a second row',
    start()
      .act('hyperv-wmi', 'create', { label: 'a', name: 'old' })
      .act('hyperv-wmi', 'rename', { label: 'a', name: 'new' })
      .look(spf([witness, { ...a, name: 'new' }, { ...a, name: 'old' }])).story,
  ],
  ['C-037', 'scvmm-spf>hyperv-wmi name', 'conforms', 'an open question: reached', renamed('scvmm-spf', { name: 'new' }, { name: 'new' })],
  [
    'C-037',
    'scvmm-spf>hyperv-wmi name',
    'conforms',
    'an open question: not reached',
    renamed('scvmm-spf', { name: 'old' }, { name: 'new' }),
  ],
  [
    'C-029',
    'scvmm-spf>hyperv-wmi name',
    'conforms',
    'a rename that crosses is not its matter',
    renamed('scvmm-spf', { name: 'old' }, { name: 'new' }),
  ],
  [
    'C-071',
    'unknown>scvmm-powershell name',
    'conforms',
    'named after the old VM',
    tale().look(file([witness], vmCalled('HV4-renamed'))).story,
  ],
  [
    'C-071',
    'unknown>scvmm-powershell name',
    'conforms',
    'kept while the VM was renamed',
    tale()
      .look(file([{ label: 'x', name: 'n' }], vmCalled('old')))
      .look(file([{ label: 'x', name: 'n' }], vmCalled('new'))).story,
  ],
  [
    'C-071',
    'unknown>scvmm-powershell name',
    'deviates',
    'renamed with the VM',
    tale()
      .look(file([{ label: 'x', name: 'old 1' }], vmCalled('old')))
      .look(file([{ label: 'x', name: 'new 1' }], vmCalled('new'))).story,
  ],
]
