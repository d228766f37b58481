import type { Mark } from '../mark.ts'

interface Known<Value> {
  readonly value: Value
  readonly mark: Mark
  readonly source: string
}

/** Numbers and texts of Hyper-V that a client sends and reads, by their meaning for a VM. */
export const values = {
  /** Msvm_ComputerSystem.EnabledState, which is also what RequestStateChange takes. */
  enabledState: {
    value: { running: 2, off: 3, saved: 6, paused: 9 },
    mark: 'observed',
    source: 'hyperv-wmi-v2.md section 3: go-wsman, read on a real host',
  },
  /** SnapshotType of CreateSnapshot. */
  snapshotType: {
    value: { full: 2, recovery: 32768 },
    mark: 'observed',
    source: 'hyperv-wmi-v2.md section 4: 2 documented, 32768 sent by backup clients',
  },
  /** ResourceSubType of the image of a disk, as against that of a CD. */
  diskImage: {
    value: 'Microsoft:Hyper-V:Virtual Hard Disk',
    mark: 'inferred',
    source: 'hyperv-wmi-v2.md section 6: bareos and backup clients',
  },
} as const satisfies Record<string, Known<unknown>>
