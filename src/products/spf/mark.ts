export type { Mark } from '../mark.ts'

/** Short keys of the sources of this folder. */
export const sources = {
  dn785076: 'VMCheckPoint [SPFSDK][VMMREF], learn.microsoft.com previous-versions dn785076',
  dn785078: 'Update (PUT) a VMCheckPoint, dn785078',
  dn785083: 'Read (GET) a VMCheckPoint, dn785083',
  dn785088: 'Create (POST) a VMCheckPoint, dn785088',
  dn785090: 'Read (GET) a VirtualMachine, dn785090',
  dn458374: 'How to Restore a VM From a Checkpoint, dn458374',
  dn458376: 'How to Delete a Virtual Machine Checkpoint, dn458376',
  dn458378: 'How to Start and Stop Virtual Machines, learn.microsoft.com previous-versions dn458378',
  dn785073: 'VirtualMachine [SPFSDK][VMMREF], dn785073',
  jj643270: 'Service Provider Foundation developer guide, jj643270',
  jj906385: 'VMCheckPoints, jj906385',
  mt741993: 'VMCheckPoint, mt741993',
  /** Answers of a real SPF (SC2012R2 root, 2019) kept as test data of a public client, MIT. */
  badstreff: 'badstreff/terraform-provider-vmm 4bae7e3: pkg/spf-vmm-api/getting/vm_test.go, job_test.go',
  inventory: 'recorded SCVMM inventories, ManageIQ/manageiq-providers-scvmm',
} as const
export type SourceKey = keyof typeof sources
