import type { Fault } from './fault.ts'

/** Nothing is shown, so nothing is shown wrongly: the servers are not started at all. */
export const transportFaults = {
  'host-unreachable': {
    title: 'The host does not answer',
    kind: 'transport',
    corrupts: [],
    meaning: 'Nothing listens on the WS-Management port of the host.',
    effects: {},
  },
  'vmm-unreachable': {
    title: 'The VMM server does not answer',
    kind: 'transport',
    corrupts: [],
    meaning: 'Nothing listens on the port of Service Provider Foundation.',
    effects: {},
  },
} as const satisfies Record<string, Fault>
