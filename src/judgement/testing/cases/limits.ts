import type { Story } from '../../observation.ts'
import { tale, type Look, type Row } from '../stories.ts'
import { both, broken, cannot, refused, spf, start, witness, wmi, type Case } from '../told.ts'

type Creator = 'hyperv-wmi' | 'scvmm-spf'

const rows = (count: number): readonly Row[] => Array.from({ length: count }, (_, index) => ({ label: `row ${index + 1}` }))
const asked = { attempted: true } as const
const fiftieth = (through: Creator, more: Parameters<ReturnType<typeof tale>['act']>[2] = {}, listed = 50): Story =>
  tale()
    .look(wmi(rows(49)), spf(rows(49)))
    .act(through, 'create', { label: 'row 50', name: 'row 50', ...more })
    .look(wmi(rows(listed)), spf(rows(listed))).story
const oneMore = (through: Creator, more: Parameters<ReturnType<typeof tale>['act']>[2], inSpf = 50, look: Partial<Look> = {}): Story =>
  tale()
    .look(wmi(rows(50)), spf(rows(50)))
    .act(through, 'create', { label: 'row 51', name: 'row 51', ...asked, ...more })
    .look(wmi(rows(50)), spf(rows(inSpf), look)).story
const called = (through: Creator, name: string, ending: object, shown = name): Story =>
  start()
    .act(through, 'create', { label: 'a', name: 'short' })
    .act(through, 'rename', { label: 'a', name, ...asked, ...ending })
    .look(...both([witness, { label: 'a', parent: 'witness', name: shown }], 'a')).story
const long = (length: number): string => 'n'.repeat(length)

export const limits: readonly Case[] = [
  ['C-084', 'hyperv-wmi>hyperv-wmi limit', 'conforms', 'the fiftieth is made and listed', fiftieth('hyperv-wmi')],
  ['C-084', 'scvmm-spf>scvmm-spf limit', 'conforms', 'through SCVMM too', fiftieth('scvmm-spf')],
  ['C-084', 'hyperv-wmi>hyperv-wmi limit', 'violates', 'the fiftieth is refused', fiftieth('hyperv-wmi', refused, 49)],
  ['C-084', 'hyperv-wmi>scvmm-spf limit', 'violates', 'it is not listed', fiftieth('hyperv-wmi', {}, 49)],
  ['C-084', 'hyperv-wmi>hyperv-wmi limit', 'error', 'nobody answered', fiftieth('hyperv-wmi', broken, 49)],
  ['C-084', 'hyperv-wmi>hyperv-wmi limit', 'conforms', 'whatever one more gets is recorded', oneMore('hyperv-wmi', refused)],
  ['C-085', 'scvmm-spf>scvmm-spf limit', 'conforms', 'refused, and no row', oneMore('scvmm-spf', refused)],
  ['C-085', 'scvmm-spf>scvmm-spf limit', 'deviates', 'refused, and a row is left', oneMore('scvmm-spf', refused, 51)],
  ['C-085', 'scvmm-spf>scvmm-spf limit', 'deviates', 'made', oneMore('scvmm-spf', {})],
  ['C-085', 'hyperv-wmi>hyperv-wmi limit', 'silent', "Hyper-V's own create", oneMore('hyperv-wmi', refused)],
  ['C-034', 'hyperv-wmi>hyperv-wmi name', 'conforms', '101 are refused', called('hyperv-wmi', long(101), refused)],
  ['C-034', 'hyperv-wmi>hyperv-wmi name', 'conforms', '101 are cut', called('hyperv-wmi', long(101), {}, long(100))],
  ['C-034', 'hyperv-wmi>hyperv-wmi name', 'violates', '101 are kept', called('hyperv-wmi', long(101), {})],
  ['C-034', 'scvmm-spf>scvmm-spf name', 'conforms', '100 are taken', called('scvmm-spf', long(100), {})],
  ['C-034', 'scvmm-spf>scvmm-spf name', 'conforms', '100 are refused, which one page says', called('scvmm-spf', long(100), refused)],
  ['C-034', 'scvmm-spf>scvmm-spf name', 'violates', '99 are refused', called('scvmm-spf', long(99), refused)],
  ['C-034', 'scvmm-spf>scvmm-spf name', 'silent', 'a short one', called('scvmm-spf', 'short', refused)],
  ['C-034', 'scvmm-spf>scvmm-spf name', 'silent', 'cannot be sent', called('scvmm-spf', long(101), cannot)],
  ['C-033', 'hyperv-wmi>hyperv-wmi name', 'conforms', 'refused', called('hyperv-wmi', '', refused)],
  ['C-033', 'hyperv-wmi>hyperv-wmi name', 'conforms', 'replaced', called('hyperv-wmi', ' ', {}, 'short')],
  ['C-033', 'hyperv-wmi>hyperv-wmi name', 'violates', 'blank', called('hyperv-wmi', ' ', {})],
]
