import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { tale } from '../stories.ts'
import { wmi, file, witness, a, b, start, inBoth, type Case } from '../told.ts'

export const timed = (onWmi: string, onSpf: string): Story => inBoth('hyperv-wmi', { name: 'a' }, { time: onWmi }, { time: onSpf })
export const modified = (time: string): Story =>
  tale()
    .look(file([{ label: 'x' }]))
    .look(file([{ label: 'x', as: { modifiedTime: reading.value('ModifiedTime', time) } }])).story
const noon = '2026-03-14T12:00:00Z'

export const time: readonly Case[] = [
  [
    'C-032',
    'unknown>scvmm-powershell time',
    'conforms',
    'seven hours apart',
    tale().look(file([{ label: 'x', name: 'V - (05/06/2014 16:13:46)', time: '2014-05-06T23:13:50Z' }])).story,
  ],
  [
    'C-032',
    'unknown>scvmm-powershell time',
    'deviates',
    'a zone in the name',
    tale().look(file([{ label: 'x', name: 'V - (05/06/2014 16:13:46Z)' }])).story,
  ],
  [
    'C-032',
    'unknown>scvmm-powershell time',
    'silent',
    'a clock at UTC',
    tale().look(file([{ label: 'x', name: 'V - (05/06/2014 16:13:46)', time: '2014-05-06T16:13:50Z' }])).story,
  ],
  ['C-039', 'hyperv-wmi>scvmm-spf time', 'conforms', 'an open question: the same', timed(noon, noon)],
  ['C-039', 'hyperv-wmi>scvmm-spf time', 'conforms', 'an open question: later', timed(noon, '2026-03-14T12:30:00')],
  ['C-040', 'unknown>scvmm-powershell time', 'conforms', 'it moved', modified('2026-03-15T12:00:00Z')],
  [
    'C-041',
    'hyperv-wmi>hyperv-wmi time',
    'conforms',
    'in order',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .act('hyperv-wmi', 'create', { label: 'b' })
      .look(wmi([witness, a, { ...b, time: '2026-03-14T12:00:07Z' }])).story,
  ],
  [
    'C-041',
    'hyperv-wmi>hyperv-wmi time',
    'violates',
    'older than the one before',
    start()
      .act('hyperv-wmi', 'create', { label: 'a' })
      .act('hyperv-wmi', 'create', { label: 'b' })
      .look(wmi([witness, a, { ...b, time: '2025-01-01T00:00:00Z' }])).story,
  ],
  [
    'R-001',
    'unknown>scvmm-powershell order',
    'conforms',
    'oldest first',
    tale().look(
      file([
        { label: 'x', time: '2014-01-01T00:00:00Z' },
        { label: 'y', time: '2014-01-02T00:00:00Z' },
      ]),
    ).story,
  ],
  [
    'R-001',
    'unknown>scvmm-powershell order',
    'deviates',
    'newest first',
    tale().look(
      file([
        { label: 'x', time: '2014-01-02T00:00:00Z' },
        { label: 'y', time: '2014-01-01T00:00:00Z' },
      ]),
    ).story,
  ],
]
