import type { Mark } from '../../mark.ts'

/** How the module tells an error; its FullyQualifiedErrorId is `<id>,<class of the cmdlet>`. Texts are localised. */
export interface HyperVError {
  readonly id: string
  /** An ErrorCategory. */
  readonly category: string
  readonly mark: Mark
  readonly source: string
}

export const hyperVErrors = {
  /** Of every cmdlet but Get-VM. */
  vmNotFound: {
    id: 'ObjectNotFound',
    category: 'ObjectNotFound',
    mark: 'observed',
    source: 'real-world-surface.md section 6: Lability issue 294, Checkpoint-VM, module 2.0.0.0; other cmdlets inferred',
  },
  getVmNotFound: {
    id: 'InvalidParameter',
    category: 'InvalidArgument',
    mark: 'observed',
    source: 'public error handling of Get-VM on Windows Server 2022 with 5.1, several repositories',
  },
  snapshotNotFound: {
    id: 'ObjectNotFound',
    category: 'ObjectNotFound',
    mark: 'observed',
    source: 'real-world-surface.md section 6: multipass issues 3748, 3918, Get-VMSnapshot; other cmdlets inferred',
  },
  invalidArgument: {
    id: 'InvalidParameter',
    category: 'InvalidArgument',
    mark: 'assumed',
    source: 'the id and category were seen on other cmdlets of the module, not for these reasons',
  },
  failed: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    mark: 'assumed',
    source: 'the id and category were seen on other cmdlets of the module, not for these reasons',
  },
} as const satisfies Record<string, HyperVError>

/** Checkpoint-VM has the class CheckpointVM, without a suffix (observed); that all have this form is inferred. */
export function hyperVCommandClass(cmdlet: string): string {
  return `Microsoft.HyperV.PowerShell.Commands.${cmdlet.replace('-', '')}`
}
