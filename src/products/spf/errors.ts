import type { Mark } from './mark.ts'

/** An error that VMM names by number. Texts are the gist, localised in the product: never compare them. */
export interface VmmError {
  readonly code: string
  readonly gist: string
  readonly mark: Mark
  readonly source: string
}

/** semantics.md section 3.6; ids specific to checkpoints are unknown. */
export const vmmErrors = {
  locked: {
    code: '2606',
    gist: 'The object is locked by another job.',
    mark: 'documented',
    source: 'KB 2795040, SUP/system-center/vmm/start-new-job-error-2606.md',
  },
  invalidState: {
    code: '1730',
    gist: 'The VM is not in a state in which the action is valid.',
    mark: 'documented',
    source: 'release notes VMM 2016',
  },
  hostOperationFailed: {
    code: '12711',
    gist: 'A WMI operation on the host failed; the text of the host is inside.',
    mark: 'documented',
    source: 'release notes VMM 2016',
  },
  hostAgent: { code: '2912', gist: 'The agent on the host failed.', mark: 'documented', source: 'titles in SUP/system-center/vmm' },
  hostAgentWsMan: { code: '2927', gist: 'WinRM to the host failed.', mark: 'documented', source: 'titles in SUP/system-center/vmm' },
} as const satisfies Record<string, VmmError>
