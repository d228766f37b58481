import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale } from '../stories.ts'
import { spf, file, witness, a, start, both, inBoth, type Case, fromWmi, fromSpf, refused, failedCreate } from '../told.ts'

export const long = 'taken before the change of 14 March'
export const marked = `${long} #CLUSTER-INVARIANT#:{34202489-bc6a-44fb-8182-8682894e9029}`
export const commented = (through: 'hyperv-wmi' | 'scvmm-spf', onWmi: string, onSpf: string): Story =>
  inBoth(through, { name: 'a', comment: long }, { comment: onWmi }, { comment: onSpf })
const recommented = (through: 'hyperv-wmi' | 'scvmm-spf', second: string): Story =>
  start()
    .act(through, 'create', { label: 'a', comment: 'first' })
    .act(through, 'set-comment', { label: 'a', comment: 'second' })
    .look(...both([witness, { ...a, comment: second }], 'a')).story
const relooked = (second: string): Story =>
  start()
    .act('scvmm-spf', 'create', { label: 'a', comment: long })
    .look(spf([witness, { ...a, comment: long }]))
    .look(spf([witness, { ...a, comment: second }])).story
const edge = '  <b>&"チェック"\nsecond'

export const comment: readonly Case[] = [
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'conforms', 'the same', commented('scvmm-spf', '', long)],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'violates', 'cut to 16 characters', commented('scvmm-spf', '', long.slice(0, 16))],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'violates', 'a marker is not byte for byte', commented('scvmm-spf', '', marked)],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'violates', 'refused', failedCreate('scvmm-spf', refused, { comment: long })],
  [
    'C-013',
    'scvmm-spf>scvmm-spf comment',
    'unsupported',
    'no such field',
    inBoth('scvmm-spf', { comment: long }, {}, { as: { comment: undefined } }),
  ],
  [
    'C-013',
    'scvmm-spf>scvmm-spf comment',
    'not-run',
    'cut by depth',
    inBoth('scvmm-spf', { comment: long }, {}, { as: { comment: reading.truncated('Description') } }),
  ],
  [
    'C-013',
    'scvmm-spf>scvmm-spf comment',
    'not-run',
    'not visible',
    start()
      .act('scvmm-spf', 'create', { label: 'a', comment: long })
      .look(spf([witness])).story,
  ],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'silent', 'no comment asked for', fromSpf()],
  ['C-052', 'scvmm-spf>scvmm-spf comment', 'conforms', 'changed', recommented('scvmm-spf', 'second')],
  ['C-052', 'scvmm-spf>scvmm-spf comment', 'violates', 'unchanged', recommented('scvmm-spf', 'first')],
  ['C-053', 'scvmm-spf>scvmm-spf comment', 'conforms', 'kept', relooked(long)],
  ['C-053', 'scvmm-spf>scvmm-spf comment', 'deviates', 'blanked', relooked('')],
  ['C-054', 'hyperv-wmi>scvmm-spf comment', 'conforms', 'empty', fromWmi()],
  [
    'C-054',
    'hyperv-wmi>scvmm-spf comment',
    'deviates',
    'null',
    inBoth('hyperv-wmi', { name: 'a' }, {}, { as: { comment: reading.nil('Description') } }),
  ],
  [
    'C-054',
    'unknown>scvmm-powershell comment',
    'deviates',
    'null in a file',
    tale().look(file([{ ...witness, as: { comment: reading.nil('Description') } }])).story,
  ],
  ['C-055', 'hyperv-wmi>scvmm-spf comment', 'conforms', 'an open question', commented('hyperv-wmi', long, '')],
  ['C-015', 'scvmm-spf>hyperv-wmi comment', 'conforms', 'an open question', commented('scvmm-spf', '', long)],
  ['C-014', 'scvmm-spf>hyperv-wmi comment', 'not-run', 'not in the name, and the window needs an eye', commented('scvmm-spf', '', long)],
  [
    'C-014',
    'scvmm-spf>hyperv-wmi comment',
    'violates',
    'in the name',
    inBoth('scvmm-spf', { name: 'a', comment: long }, { name: `a: ${long}` }, { comment: long }),
  ],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'conforms', 'kept', commented('hyperv-wmi', long, '')],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'conforms', 'kept beside a marker', commented('hyperv-wmi', marked, '')],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'violates', 'lost', commented('hyperv-wmi', '', '')],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'violates', 'the change was lost', recommented('hyperv-wmi', 'first')],
  ['C-057', 'hyperv-wmi>hyperv-wmi comment', 'conforms', 'as empty as those of the VM', fromWmi()],
  ['C-057', 'hyperv-wmi>hyperv-wmi comment', 'deviates', 'not those of the VM', inBoth('hyperv-wmi', {}, { comment: 'from nowhere' }, {})],
  ['C-060', 'scvmm-spf>scvmm-spf comment', 'conforms', 'kept', inBoth('scvmm-spf', { comment: edge }, {}, { comment: edge })],
  ['C-060', 'scvmm-spf>scvmm-spf comment', 'deviates', 'trimmed', inBoth('scvmm-spf', { comment: edge }, {}, { comment: edge.trim() })],
  ['C-103', 'scvmm-spf>scvmm-spf comment', 'conforms', 'the same', commented('scvmm-spf', '', long)],
  ['C-103', 'scvmm-spf>scvmm-spf comment', 'deviates', 'another', commented('scvmm-spf', '', 'x')],
]
