import type { Mark } from '../mark.ts'

/** What a job of VMM can do to a checkpoint. */
export type JobEffect = 'makes' | 'removes' | 'edits' | 'removes-vm'

/** CmdletName of a job that a person or script started, and what it does to checkpoints (semantics.md section 3.3). */
export interface CheckpointJob {
  readonly cmdlet: string
  readonly effect: JobEffect
  readonly mark: Mark
  readonly source: string
}

const observedForm =
  'inventory-2014-06-clixml.xml shows CmdletName of a user job as the cmdlet (Set-SCVirtualMachine); no job of this cmdlet is recorded'

/** Restore-SCVMCheckpoint is left out: it moves the position and keeps every checkpoint (powershell-cmdlets.md section 2.2). */
export const checkpointJobs: readonly CheckpointJob[] = [
  { cmdlet: 'New-SCVMCheckpoint', effect: 'makes', mark: 'inferred', source: observedForm },
  { cmdlet: 'Set-SCVMCheckpoint', effect: 'edits', mark: 'inferred', source: observedForm },
  { cmdlet: 'Remove-SCVMCheckpoint', effect: 'removes', mark: 'inferred', source: observedForm },
  { cmdlet: 'Remove-SCVirtualMachine', effect: 'removes-vm', mark: 'inferred', source: observedForm },
]
