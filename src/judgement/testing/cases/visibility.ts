import {
  wmi,
  b,
  spf,
  witness,
  a,
  c,
  start,
  both,
  type Case,
  fromWmi,
  fromSpf,
  hiddenInSpf,
  hiddenInWmi,
  refused,
  broken,
  cannot,
  failedCreate,
} from '../told.ts'

export const visibility: readonly Case[] = [
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'shown', fromWmi()],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'violates', 'hidden after a synchronised look', hiddenInSpf({})],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'hidden without a witness', hiddenInSpf({ witness: false })],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'awaited in vain', hiddenInSpf({ settled: 'awaited-in-vain' })],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'error', 'the create broke off', failedCreate('hyperv-wmi', broken)],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'not-run', 'the create was refused', failedCreate('hyperv-wmi', refused)],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'unsupported', 'the text cannot be carried', failedCreate('hyperv-wmi', cannot)],
  ['C-012', 'scvmm-spf>hyperv-wmi visibility', 'conforms', 'shown', fromSpf()],
  ['C-012', 'scvmm-spf>hyperv-wmi visibility', 'violates', 'hidden', hiddenInWmi({})],
  ['C-017', 'hyperv-wmi>hyperv-wmi visibility', 'conforms', 'shown', fromWmi()],
  ['C-017', 'hyperv-wmi>hyperv-wmi visibility', 'violates', 'refused', failedCreate('hyperv-wmi', refused)],
  ['C-096', 'scvmm-spf>scvmm-spf visibility', 'conforms', 'shown', fromSpf()],
  [
    'C-096',
    'scvmm-spf>scvmm-spf visibility',
    'violates',
    'hidden, and waiting is no excuse for what VMM did itself',
    start()
      .act('scvmm-spf', 'create', { label: 'a' })
      .look(spf([witness], { settled: 'awaited-in-vain' })).story,
  ],
  [
    'C-104',
    'hyperv-wmi>scvmm-spf visibility',
    'conforms',
    'appeared by waiting',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(spf([witness, a], { settled: 'awaited' })).story,
  ],
  ['C-104', 'hyperv-wmi>scvmm-spf visibility', 'deviates', 'hidden', hiddenInSpf({})],
  [
    'C-007',
    'hyperv-wmi>hyperv-wmi visibility',
    'conforms',
    'made without a name',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(wmi([witness, a])).story,
  ],
  ['C-007', 'hyperv-wmi>hyperv-wmi visibility', 'deviates', 'refused without a name', failedCreate('hyperv-wmi', refused, {})],
  [
    'C-011',
    'hyperv-wmi>scvmm-spf visibility',
    'conforms',
    'both',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(...both([witness, a], 'a')).story,
  ],
  [
    'C-011',
    'hyperv-wmi>scvmm-spf visibility',
    'violates',
    'only the newest',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(wmi([witness, a]), spf([a])).story,
  ],
  [
    'C-011',
    'hyperv-wmi>scvmm-spf visibility',
    'inconclusive',
    'one too many, which somebody else may have made and removed meanwhile',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(wmi([witness, a]), spf([witness, a, c])).story,
  ],
  [
    'C-011',
    'hyperv-wmi>scvmm-spf visibility',
    'violates',
    'one too many, and it stays after SCVMM has looked at the host again',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(wmi([witness, a]), spf([witness, a, c]))
      .act('hyperv-wmi', 'create', { label: 'b' })
      .look(wmi([witness, a, b]), spf([witness, a, b, c])).story,
  ],
  [
    'C-011',
    'unknown>scvmm-spf visibility',
    'inconclusive',
    'one that was there before, and SCVMM may not have looked since',
    start().look(wmi([witness, b]), spf([witness])).story,
  ],
  [
    'C-011',
    'unknown>scvmm-spf visibility',
    'violates',
    'one that SCVMM has shown before',
    start()
      .look(wmi([witness, b]), spf([witness, b]))
      .look(wmi([witness, b]), spf([witness])).story,
  ],
  [
    'C-011',
    'hyperv-wmi>scvmm-spf visibility',
    'inconclusive',
    'still awaited',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .look(wmi([witness, a]), spf([witness], { settled: 'awaited-in-vain' })).story,
  ],
]
