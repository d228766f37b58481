import type { Mark } from '../../products/mark.ts'

/** Why Hyper-V does not do what it is asked. */
export interface Refusal {
  /** ReturnValue of the method: a vendor code of root\virtualization\v2. */
  readonly code: number
  readonly why: string
  /** How sure it is that this code is the product's for this reason. */
  readonly mark: Mark
  readonly source: string
}

export const refusals = {
  'no-such-vm': {
    code: 32773,
    why: 'No VM has this GUID.',
    mark: 'assumed',
    source: 'hyperv-wmi-v2.md section 4: 32773 invalid parameter',
  },
  'no-such-checkpoint': {
    code: 32773,
    why: 'No checkpoint has this GUID.',
    mark: 'assumed',
    source: 'hyperv-wmi-v2.md section 4: 32773 invalid parameter',
  },
  'no-such-settings': {
    code: 32773,
    why: 'No VM and no checkpoint has settings with this GUID.',
    mark: 'assumed',
    source: 'hyperv-wmi-v2.md section 4: 32773 invalid parameter',
  },
  'vm-not-stopped': {
    code: 32775,
    why: 'A checkpoint is applied to a VM that is off or saved only.',
    mark: 'observed',
    source: 'hyperv-wmi-v2.md section 4, Apply and destroy: running; paused is assumed',
  },
  'vm-busy': {
    code: 32775,
    why: 'Another checkpoint job of this VM has not ended.',
    mark: 'inferred',
    source: 'ws-man.md section 7: DestroySystem during a snapshot deletion answers 32775',
  },
  'checkpoints-disabled': {
    code: 32775,
    why: 'Checkpoints have been disabled for this VM (UserSnapshotType 2).',
    mark: 'assumed',
    source: 'semantics.md section 2.3: refused, code unknown',
  },
  'checkpoint-limit': {
    code: 32768,
    why: 'The VM has as many checkpoints as Hyper-V allows.',
    mark: 'assumed',
    source: 'semantics.md section 2.4: limit documented, code unknown',
  },
  'production-failed': {
    code: 32768,
    why: 'The guest takes no part in a production checkpoint, and a standard one may not stand in for it (UserSnapshotType 4).',
    mark: 'assumed',
    source: 'C-051: no checkpoint is left, code unknown',
  },
  'pass-through-disk': {
    code: 32770,
    why: 'A physical disk is passed through to the VM, and it cannot be part of a checkpoint.',
    mark: 'assumed',
    source: 'semantics.md section 2.4: not supported, how it is refused unknown',
  },
  'no-such-transition': {
    code: 32775,
    why: 'The VM cannot go from its state into this one.',
    mark: 'documented',
    source: 'hyperv-wmi-v2.md section 3: 32775 for an unsupported value; for the state that it is in already assumed',
  },
  'no-such-file': {
    code: 32779,
    why: 'There is no virtual disk at this path.',
    mark: 'documented',
    source: 'getvirtualharddisksettingdata-msvm-imagemanagementservice.md: file not found',
  },
  'blank-name': {
    code: 32773,
    why: 'A name must not be blank.',
    mark: 'assumed',
    source: 'semantics.md section 2.2: rule documented, how WMI refuses it unknown',
  },
  'long-name': {
    code: 32773,
    why: 'A name has at most 100 characters.',
    mark: 'assumed',
    source: 'semantics.md section 2.2: rule documented, how WMI refuses it unknown',
  },
  'bad-settings': {
    code: 32773,
    why: 'The embedded instance cannot be read, is of another class or holds what the class does not have.',
    mark: 'assumed',
    source: 'hyperv-wmi-v2.md section 4: 32773 invalid parameter',
  },
  'kind-not-modelled': {
    code: 32770,
    why: 'The lab makes full and recovery checkpoints only (SnapshotType 2, 32768).',
    mark: 'assumed',
    source: 'hyperv-wmi-v2.md section 4: 3 exists, the lab does not model it',
  },
} as const satisfies Record<string, Refusal>
