import type { Mark, SourceKey } from './mark.ts'

/** Verbs of VMCheckPoints: four documented (C-093), MERGE for a partial update (C-098). */
export const verbs = {
  collection: ['GET', 'POST'],
  entity: ['GET', 'PUT', 'MERGE', 'DELETE'],
} as const

const guidForm = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * The shapes of a service root (C-101); IIS matches a path without regard to case. `sample` has a subscription to put in
 * where there is a `{subscription}`.
 */
export const urlRoots: readonly { readonly sample: string; readonly form: RegExp; readonly mark: Mark; readonly source: string }[] = [
  {
    sample: '/SC2012/VMM/Microsoft.Management.Odata.svc',
    form: /^\/SC2012\/VMM\/Microsoft\.Management\.Odata\.svc(?=[/?]|$)/i,
    mark: 'documented',
    source: 'jj643270',
  },
  {
    sample: '/{subscription}/services/systemcenter/vmm',
    form: new RegExp(`^/${guidForm}/services/systemcenter/vmm(?=[/?]|$)`, 'i'),
    mark: 'documented',
    source: 'dn785088, dn785083, dn458376',
  },
  {
    sample: '/SC2012R2/VMM/Microsoft.Management.Odata.svc',
    form: new RegExp(`^/SC2012R2/VMM/(?:${guidForm}/)?Microsoft\\.Management\\.Odata\\.svc(?=[/?]|$)`, 'i'),
    mark: 'observed',
    source: 'badstreff/terraform-provider-vmm; with a subscription: ow2-sirocco/sirocco-scvmm-connector (real-world-surface.md section 5)',
  },
]

/** Any value will do, but a request is to have it (C-100). */
export const principalHeader = 'x-ms-principal-id'

export type ConfirmValue = true | false | null

/** What each page wants of Confirm on POST: they contradict each other, so a client tries them in this order (C-097). */
export const confirmReadings: readonly {
  readonly value: ConfirmValue
  /** What a scenario calls it. */
  readonly form: string
  readonly says: string
  readonly mark: Mark
  readonly sources: readonly SourceKey[]
}[] = [
  {
    value: true,
    form: 'confirm-true',
    says: 'The value True must be provided to create a checkpoint.',
    mark: 'documented',
    sources: ['jj906385', 'mt741993'],
  },
  { value: null, form: 'confirm-null', says: 'The sample of a POST sends null.', mark: 'documented', sources: ['dn785088'] },
  { value: false, form: 'confirm-false', says: 'It should always be set to False.', mark: 'documented', sources: ['dn785076'] },
]

/** Values of VMCheckPointAction; one page knows Restore only, another Set as well. */
export const checkpointActions = {
  restore: { value: 'Restore', mark: 'documented', sources: ['jj906385', 'dn785076', 'dn458374'] },
  set: { value: 'Set', mark: 'documented', sources: ['dn785076'] },
} as const

/** Values of VirtualMachine.Operation: no page that was at hand tells one for saving or for pausing. */
export const vmOperations = {
  running: { value: 'Start', mark: 'documented', sources: ['dn458378'] },
  off: { value: 'Stop', mark: 'documented', sources: ['dn458378'] },
} as const

/** Cmdlets behind the operations, as a job's CmdletName prints user jobs (observed form: Set-SCVirtualMachine). */
export const cmdlets = {
  create: 'New-SCVMCheckpoint',
  change: 'Set-SCVMCheckpoint',
  remove: 'Remove-SCVMCheckpoint',
  restore: 'Restore-SCVMCheckpoint',
  start: 'Start-SCVirtualMachine',
  stop: 'Stop-SCVirtualMachine',
} as const
export type Cmdlet = (typeof cmdlets)[keyof typeof cmdlets]

/** The product as a participant; no property or header that tells its build is known. */
export const productName = 'System Center Service Provider Foundation'

/** Job states that end well; a job that has ended in any other has failed. */
export const goodJobStatuses: readonly { readonly status: string; readonly mark: Mark; readonly source: string }[] = [
  { status: 'Completed', mark: 'documented', source: 'C-112' },
  { status: 'SucceedWithInfo', mark: 'observed', source: 'badstreff/terraform-provider-vmm job_test.go' },
]
