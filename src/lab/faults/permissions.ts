import type { Fault } from './fault.ts'
import { isMadeThrough } from './reshape.ts'

/** What an account may not see is left out without a word: nobody may take that for absence. */
export const permissionFaults = {
  'rights-filter-silent': {
    title: 'WMI shows an account without rights no VM',
    kind: 'permission',
    corrupts: [],
    meaning:
      'WMI answers as to a caller who is no Hyper-V administrator: no VM and nothing of one, and no error (hyperv-wmi-v2.md section 12).',
    effects: { hostShows: () => false },
  },
  'role-scope': {
    title: 'SCVMM shows a role only what was created through VMM',
    kind: 'permission',
    corrupts: [],
    meaning:
      'The VMM server leaves out of every answer the checkpoints that it found on the host, as for a role to whose scope they do not belong.',
    effects: { vmmCheckpoints: (rows, _vm, world) => rows.filter((row) => isMadeThrough('vmm', row, world)) },
  },
} as const satisfies Record<string, Fault>
