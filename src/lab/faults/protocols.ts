import { vmmErrors } from '../../products/spf/errors.ts'
import type { EdmValue } from '../../protocols/odata/codec/edm.ts'
import type { Fault } from './fault.ts'
import { cells, corruption, scvmm } from './fault.ts'

const offset = /[+-]\d\d:\d\d$/u

export const protocolFaults = {
  'time-without-offset': corruption({
    title: 'Times without an offset',
    corrupts: cells('protocol', scvmm, scvmm),
    meaning: 'Service Provider Foundation shows the times of a VMCheckPoint without an offset.',
    effects: {
      spfCheckpoint: ({ properties, ...entity }) => ({
        ...entity,
        properties: {
          ...properties,
          AddedTime: withoutOffset(properties['AddedTime']),
          ModifiedTime: withoutOffset(properties['ModifiedTime']),
        },
      }),
    },
  }),
  'lock-misnumbered': corruption({
    title: 'A locked VM refused with another number',
    corrupts: cells('job', scvmm, scvmm),
    meaning: 'The VMM server refuses a second job on a VM while the first one holds it, with the number of an invalid state.',
    effects: {
      vmmRefuses: (refusal) => (refusal?.code === vmmErrors.locked.code ? { ...refusal, code: vmmErrors.invalidState.code } : refusal),
    },
  }),
} as const satisfies Record<string, Fault>

function withoutOffset(time: EdmValue | undefined): EdmValue {
  return typeof time === 'string' ? time.replace(offset, '') : (time ?? null)
}
