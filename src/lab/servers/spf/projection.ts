import { zeroGuid } from '../../../checkpoint/guid.ts'
import type { EdmRecord, Entity, EntitySet } from '../../../protocols/odata/codec/edm.ts'
import type { VmmCheckpoint, VmmJob, VmmVm } from '../../vmm/model.ts'
import { stateWords } from '../../vmm/state-words.ts'
import type { VmmServer } from '../../vmm/server.ts'
import { checkpointSet, jobSet, virtualMachineSet } from './sets.ts'
import type { SpfEffects } from './effects.ts'
import type { SpfSwitches } from './switches.ts'

/** What turns a row of VMM into an entity: GUIDs in lower case, as Edm.Guid prints in every sample. */
export interface Projection {
  readonly vmm: VmmServer
  readonly switches: SpfSwitches
  readonly effects: SpfEffects
}

export function checkpointProjection(projection: Projection, row: VmmCheckpoint): Entity {
  const shown = entity(checkpointSet, {
    ID: row.id,
    StampId: projection.vmm.stampId,
    Accessibility: 'Public',
    AddedTime: time(projection, row.addedTime),
    CheckpointID: row.checkpointId.toLowerCase(),
    Confirm: null,
    Description: row.description,
    Enabled: true,
    ModifiedTime: time(projection, row.modifiedTime),
    Name: row.name,
    ParentCheckpointID: row.parentCheckpointId.toLowerCase(),
    RunAsynchronously: null,
    VMCheckPointAction: null,
    VMId: row.vm,
  })
  return projection.effects.spfCheckpoint(shown)
}

/** The row of a checkpoint whose job still runs: what the request and the job tell, and no more (assumed). */
export function pendingProjection(projection: Projection, job: VmmJob, given: EdmRecord): Entity {
  return entity(checkpointSet, {
    ID: projection.switches.pendingId === 'row' ? job.result.id : zeroGuid,
    StampId: projection.vmm.stampId,
    Accessibility: null,
    AddedTime: null,
    CheckpointID: null,
    Confirm: given['Confirm'] ?? null,
    Description: given['Description'] ?? '',
    Enabled: null,
    ModifiedTime: null,
    Name: given['Name'] ?? null,
    ParentCheckpointID: null,
    RunAsynchronously: given['RunAsynchronously'] ?? null,
    VMCheckPointAction: null,
    VMId: job.vm,
  })
}

export function vmProjection(projection: Projection, row: VmmVm): Entity {
  return entity(virtualMachineSet, {
    ID: row.id,
    StampId: projection.vmm.stampId,
    Name: row.name,
    Description: row.description,
    VMId: row.vmId.toLowerCase(),
    LastRestoredCheckpointId: row.lastRestoredCheckpointId.toLowerCase(),
    // Null in the recorded answer; the world has no paths that it could show.
    CheckpointLocation: null,
    VMHostName: row.hostName,
    // It is told on an update only and never kept.
    Operation: null,
    VirtualMachineState: stateWords[row.state].state,
    Status: stateWords[row.state].state,
    StatusString: stateWords[row.state].text,
    AddedTime: time(projection, row.addedTime),
    ModifiedTime: time(projection, row.modifiedTime),
    MostRecentTaskId: row.mostRecentTask,
  })
}

export function jobProjection(projection: Projection, job: VmmJob): Entity {
  const running = job.status === 'Running'
  return entity(jobSet, {
    ID: job.id,
    StampId: projection.vmm.stampId,
    Name: job.cmdlet,
    CmdletName: job.cmdlet,
    Status: job.status,
    StatusString: job.status,
    IsCompleted: !running,
    Progress: running ? '0 %' : '100 %',
    StartTime: time(projection, job.startTime),
    EndTime: job.endTime === null ? null : time(projection, job.endTime),
    Owner: 'LAB\\lab',
    TargetObjectID: job.vm,
    TargetObjectType: 'VM',
    ResultObjectID: running ? zeroGuid : job.result.id,
    ResultObjectType: job.result.type,
    ErrorInfo: {
      Code: job.error === null ? 'Success' : null,
      DisplayableErrorCode: job.error?.code ?? '0',
      ErrorCodeString: job.error?.code ?? '0',
      ErrorType: 'Error',
      IsSuccess: job.error === null,
      Problem: job.error?.problem ?? '',
      RecommendedAction: '',
    },
  })
}

function entity(set: EntitySet, properties: EdmRecord): Entity {
  return { type: set.type.name, properties }
}

/** A time by the wall clock of the VMM server; the samples add its offset. */
function time({ vmm, switches }: Projection, atMs: number): string {
  const offset = vmm.switches.utcOffsetMinutes
  const wall = new Date(atMs + offset * 60_000).toISOString().slice(0, -1)
  return switches.timeForm === 'unzoned' ? wall : wall + zone(offset)
}

function zone(offset: number): string {
  const minutes = Math.abs(offset)
  const part = (value: number): string => String(value).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`
}
