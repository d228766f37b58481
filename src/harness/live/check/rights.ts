import type { InterfaceId } from '../../../checkpoint/interface-id.ts'

/** What an account needs on an endpoint, who grants it, and how that is known. */
export interface NeededRights {
  readonly toSee: string
  readonly toChange: string
  readonly who: string
}

export const neededRights: Readonly<Partial<Record<InterfaceId, NeededRights>>> = {
  'hyperv-wmi': {
    // hyperv-wmi-v2.md section 12: without rights a host shows no VMs rather than an error (observed); the group's SID is inferred.
    toSee:
      'member of Hyper-V Administrators (S-1-5-32-578) on the host, and allowed to use remote management there; without it a host shows no VM and no error',
    toChange: 'membership of Hyper-V Administrators there; a method that is refused answers 32769',
    who: 'an administrator of the host',
  },
  'scvmm-spf': {
    // semantics.md section 4: the account is mapped to a user role of SCVMM; C-114 for the two rights.
    toSee: 'a user role of SCVMM whose scope holds the VM, and a VM that SCVMM has refreshed',
    toChange: 'the action Checkpoint in that role; CheckpointRestoreOnly is not enough (C-114)',
    who: 'an administrator of SCVMM',
  },
}
