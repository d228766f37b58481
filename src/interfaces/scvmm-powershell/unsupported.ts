import type { Unsupported } from '../port.ts'

const checkpointHasNone = 'the checkpoint of a recorded server has no such property (powershell-cmdlets.md section 2.4)'
const vmHasNone = 'no such member of a VM is known (powershell-cmdlets.md section 2.4)'
const noClock = 'no cmdlet of the module tells the clock of a host (powershell-cmdlets.json)'
const notDriven = 'the module has a cmdlet for it, which snapcheck does not call yet'

export const unsupported: readonly Unsupported[] = [
  {
    what: 'remove-subtree',
    source: 'Remove-SCVMCheckpoint has no switch for children (powershell-cmdlets.md section 2.2)',
    mark: 'documented',
  },
  {
    what: 'create-recovery',
    source: 'New-SCVMCheckpoint has no parameter of a kind (powershell-cmdlets.md section 2.2)',
    mark: 'documented',
  },
  { what: 'host-time', source: noClock, mark: 'documented' },
  { what: 'hostTime', source: noClock, mark: 'documented' },
  { what: 'set-vm-notes', source: "the Description of a VM is SCVMM's own; whether it is Hyper-V's Notes is unknown", mark: 'unknown' },
  { what: 'set-checkpoint-type', source: `${notDriven}: Set-SCVirtualMachine -CheckpointType`, mark: 'documented' },
  { what: 'save-vm', source: `${notDriven}: Stop-SCVirtualMachine -SaveState`, mark: 'documented' },
  { what: 'pause-vm', source: `${notDriven}: Suspend-SCVirtualMachine`, mark: 'documented' },
  { what: 'kind', source: checkpointHasNone, mark: 'observed' },
  { what: 'savedState', source: checkpointHasNone, mark: 'observed' },
  { what: 'userKind', source: checkpointHasNone, mark: 'observed' },
  { what: 'automatic', source: checkpointHasNone, mark: 'observed' },
  { what: 'files', source: checkpointHasNone, mark: 'observed' },
  { what: 'disks', source: 'a checkpoint has VirtualDiskDrives, which snapcheck does not read yet', mark: 'observed' },
  { what: 'diskChains', source: vmHasNone, mark: 'unknown' },
  { what: 'operationalStatus', source: vmHasNone, mark: 'unknown' },
  {
    what: 'lastApplied',
    source: 'LastRestoredCheckpointID is the newest or the last applied one and does not tell which (C-044)',
    mark: 'observed',
  },
]

/** Where nothing may make VMM look again: Read-SCVirtualMachine is a job and changes times. */
export const passive: Unsupported = {
  what: 'refresh',
  source: 'the run does not allow refreshes; Read-SCVirtualMachine makes VMM look again (powershell-cmdlets.md section 2.3)',
  mark: 'documented',
}
