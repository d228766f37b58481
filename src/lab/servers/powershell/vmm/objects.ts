import type { VmmCheckpoint, VmmJob, VmmVm } from '../../../vmm/model.ts'
import type { VmmReader } from '../../../vmm/falsified.ts'
import { stateWords } from '../../../vmm/state-words.ts'
import { zeroGuid } from '../../../../checkpoint/guid.ts'
import { labObject, time, type LabObject } from '../answer.ts'
import type { PlainRecord } from '../wire.ts'

const namespace = 'Microsoft.SystemCenter.VirtualMachineManager'

/** The default port is documented. */
const port = 8100

/** The names that the VMM server of the lab goes by. */
export const serverNames: readonly string[] = ['localhost', '.', 'vmm01']

export function serverObject(name = 'VMM01'): LabObject {
  return labObject(`${namespace}.Remoting.ServerConnection`, { Name: name, Port: port, IsConnected: true, FQDN: 'vmm01.lab.invalid' })
}

export function vmObject(vmm: VmmReader, vm: VmmVm): LabObject {
  const bare = bareVm(vm)
  const checkpoints = vmm.checkpointsOf(vm.id).map((checkpoint) => checkpointValues(checkpoint, bare))
  return labObject(`${namespace}.VM`, { ...bare, VMCheckpoints: checkpoints })
}

export function checkpointObject(vmm: VmmReader, checkpoint: VmmCheckpoint): LabObject {
  const vm = vmm.vm(checkpoint.vm)
  return checkpointValues(checkpoint, vm === undefined ? null : bareVm(vm))
}

/** Status is a text in recordings, where an enumeration may have been flattened. */
export function jobObject(vmm: VmmReader, job: VmmJob): LabObject {
  const running = job.status === 'Running'
  const made = job.result.type === 'VM' ? vmm.vm(job.result.id) : vmm.checkpoint(job.result.id)
  return labObject(`${namespace}.Task`, {
    Status: job.status,
    StatusString: job.status,
    ErrorInfo: job.error === null ? '' : `${job.error.problem} (${job.error.code})`,
    StartTime: time(job.startTime),
    EndTime: job.endTime === null ? null : time(job.endTime),
    CmdletName: job.cmdlet,
    ResultObjectID: running ? zeroGuid : job.result.id,
    ResultObjectType: job.result.type,
    ResultName: running ? '' : (made?.name ?? ''),
    TargetObjectID: job.vm,
    TargetObjectType: 'VM',
    IsCompleted: !running,
    Name: job.cmdlet,
    ID: job.id,
    ServerConnection: serverObject(),
  })
}

/** VMId of a VM is the Hyper-V GUID in upper case, of a checkpoint the VM's own ID (observed). */
function checkpointValues(row: VmmCheckpoint, vm: PlainRecord | null): LabObject {
  return labObject(`${namespace}.VMSnapshot`, {
    ParentCheckpointID: row.parentCheckpointId,
    CheckpointID: row.checkpointId,
    VMId: row.vm,
    VM: vm === null ? null : labObject(`${namespace}.VM`, vm),
    Accessibility: 'Public',
    ...library(row),
  })
}

/** Without its checkpoints, each of which has it inside. */
function bareVm(vm: VmmVm): PlainRecord {
  const { state, text } = stateWords[vm.state]
  return {
    VMId: vm.vmId,
    VirtualMachineState: state,
    Status: state,
    StatusString: text,
    HostName: vm.hostName,
    LastRestoredCheckpointID: vm.lastRestoredCheckpointId,
    MostRecentTaskID: vm.mostRecentTask ?? zeroGuid,
    ...library(vm),
  }
}

function library({ id, name, description, addedTime, modifiedTime }: VmmVm | VmmCheckpoint): PlainRecord {
  return {
    Name: name,
    ID: id,
    ServerConnection: serverObject(),
    Description: description,
    AddedTime: time(addedTime),
    ModifiedTime: time(modifiedTime),
    Enabled: true,
  }
}
