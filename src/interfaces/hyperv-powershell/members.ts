import type { CheckpointType, VmState } from '../../checkpoint/vm.ts'
import { hyperVTables, type ObjectTables } from '../../inspection/tables.ts'

/** What is selected and read, beside what an export is read for (powershell-cmdlets.md section 1.4). */
export const members: ObjectTables = {
  checkpoint: { ...hyperVTables.checkpoint, automatic: ['IsAutomaticCheckpoint'] },
  vm: { ...hyperVTables.vm, host: ['ComputerName'] },
}

/** Values of the module's enumerations CheckpointType and VMState, by name (stubs). */
export const checkpointTypeNames: Readonly<Record<CheckpointType, string>> = {
  2: 'Disabled',
  3: 'Production',
  4: 'ProductionOnly',
  5: 'Standard',
}
export const stateNames: Readonly<Record<VmState, string>> = { running: 'Running', off: 'Off', saved: 'Saved', paused: 'Paused' }
