import type { CellProperty } from '../../checkpoint/cell-property.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { nearest } from '../../foundation/nearest.ts'

/** The cells that a fault makes wrong: what these interfaces created, as those see it. */
export interface Corruption {
  readonly property: CellProperty
  readonly creators: readonly InterfaceId[]
  readonly observers: readonly InterfaceId[]
}

export interface Fault {
  readonly title: string
  /** `corruption` falsifies what a user would see, so that a suite must notice it; `transport` leaves nothing to see. */
  readonly kind: 'corruption' | 'transport'
  /** From these and the claims' levels follows exactly which cells must turn. Empty for transport. */
  readonly corrupts: readonly Corruption[]
  /** What the lab does when it is armed. */
  readonly meaning: string
}

const faultTable = {
  'comment-truncated': {
    title: 'Description cut to 16 characters',
    kind: 'corruption',
    corrupts: [{ property: 'comment', creators: ['scvmm-spf'], observers: ['scvmm-spf'] }],
    meaning: 'The VMM server keeps the first 16 characters of the Description of a checkpoint.',
  },
  'parent-lost': {
    title: 'Every checkpoint a root',
    kind: 'corruption',
    corrupts: [{ property: 'parent', creators: ['hyperv-wmi', 'scvmm-spf'], observers: ['scvmm-spf'] }],
    meaning: 'The VMM server shows the GUID of the VM as ParentCheckpointID of every checkpoint.',
  },
  'hidden-checkpoint': {
    title: 'Checkpoints of VMM missing in WMI',
    kind: 'corruption',
    corrupts: [{ property: 'visibility', creators: ['scvmm-spf'], observers: ['hyperv-wmi'] }],
    meaning: 'WMI leaves out of every enumeration, Get and association the checkpoints that were created through VMM.',
  },
  'host-unreachable': {
    title: 'The host does not answer',
    kind: 'transport',
    corrupts: [],
    meaning: 'Nothing listens on the WS-Management port of the host.',
  },
  'vmm-unreachable': {
    title: 'The VMM server does not answer',
    kind: 'transport',
    corrupts: [],
    meaning: 'Nothing listens on the port of Service Provider Foundation.',
  },
} as const satisfies Record<string, Fault>

export type FaultId = keyof typeof faultTable
export type FaultSet = ReadonlySet<FaultId>

/** Every fault that the lab can show; `--lab-fault` takes these ids. */
export const faultCatalogue: Readonly<Record<FaultId, Fault>> = faultTable
export const faultIds = Object.keys(faultTable) as readonly FaultId[]
export const noFaults: FaultSet = new Set()

/** @throws SNAPCHECK_LAB_FAULT_UNKNOWN, naming the nearest one. */
export function faultId(id: string): FaultId {
  const known = faultIds.find((each) => each === id)
  if (known !== undefined) return known
  const close = nearest(id, faultIds)
  const hint = close === undefined ? '' : ` Did you mean ${close}?`
  throw new SnapcheckError('SNAPCHECK_LAB_FAULT_UNKNOWN', `The lab has no fault called ${id}.${hint}`, {
    place: '--lab-fault',
    observed: id,
    expected: faultIds.join(', '),
    next: `snapcheck run --lab-fault ${close ?? faultIds[0]}`,
  })
}
