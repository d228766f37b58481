import type { Unsupported } from '../port.ts'

const snapshotHasNone = 'VMSnapshot of module 2.0.0.0 has no such property (powershell-cmdlets.md section 1.4, stubs)'
const machineHasNone = 'VirtualMachine of module 2.0.0.0 has no such property (powershell-cmdlets.md section 1.4, stubs)'
const noNotes = 'no cmdlet writes the Notes of a checkpoint (powershell-cmdlets.md section 1.1, recorded export list)'
const noClock = 'no cmdlet of the module tells the clock of its host (powershell-cmdlets.json)'

export const unsupported: readonly Unsupported[] = [
  { what: 'create-with-comment', source: noNotes, mark: 'observed' },
  { what: 'set-comment', source: noNotes, mark: 'observed' },
  {
    what: 'create-recovery',
    source: 'Checkpoint-VM has no parameter of a kind (powershell-cmdlets.md section 1.3)',
    mark: 'documented',
  },
  { what: 'host-time', source: noClock, mark: 'documented' },
  { what: 'hostTime', source: noClock, mark: 'documented' },
  { what: 'refresh', source: 'the module reads the host itself, where the truth is', mark: 'inferred' },
  { what: 'databaseId', source: snapshotHasNone, mark: 'observed' },
  { what: 'modifiedTime', source: snapshotHasNone, mark: 'observed' },
  { what: 'objectType', source: snapshotHasNone, mark: 'observed' },
  { what: 'userKind', source: snapshotHasNone, mark: 'observed' },
  { what: 'savedState', source: 'VMSnapshot has a State; that Saved is IsSaved is not known', mark: 'unknown' },
  { what: 'files', source: 'VMSnapshot has Path, and none of the files by their names (stubs)', mark: 'observed' },
  { what: 'disks', source: 'snapcheck does not read HardDrives yet', mark: 'unknown' },
  { what: 'diskChains', source: machineHasNone, mark: 'observed' },
  { what: 'lastApplied', source: machineHasNone, mark: 'observed' },
  { what: 'jobs', source: 'no cmdlet lists the jobs of a host; AsJob tells those of its own session', mark: 'documented' },
  { what: 'operationalStatus', source: 'snapcheck does not read the enumeration of this name yet', mark: 'unknown' },
]
