import type { Mark, SourceKey } from './mark.ts'

/** Edm type name, or the name of a complex type of `complexTypes`. */
export type SpfType = 'Edm.Guid' | 'Edm.String' | 'Edm.Boolean' | 'Edm.Int32' | 'Edm.DateTime' | 'VMM.ErrorInfo'

export interface SpfProperty {
  readonly name: string
  readonly type: SpfType
  readonly nullable: boolean
  readonly mark: Mark
  readonly source: SourceKey
}

export interface SpfEntity {
  readonly type: string
  readonly collection: string
  readonly key: readonly string[]
  readonly properties: readonly SpfProperty[]
}

export const namespace = 'VMM'

function line(name: string, type: SpfType, mark: Mark, source: SourceKey, nullable = true): SpfProperty {
  return { name, type, nullable, mark, source }
}

/**
 * The whole entity, in the order of its page (C-095). There is no property for the kind or the saved state, and none
 * for a creator. CheckpointID and ParentCheckpointID can be null in a row that is there (dn785083, sample).
 */
export const checkpointEntity: SpfEntity = {
  type: 'VMM.VMCheckPoint',
  collection: 'VMCheckPoints',
  key: ['ID', 'StampId'],
  properties: [
    line('ID', 'Edm.Guid', 'documented', 'dn785076', false),
    line('StampId', 'Edm.Guid', 'documented', 'dn785076', false),
    line('Accessibility', 'Edm.String', 'documented', 'dn785076'),
    line('AddedTime', 'Edm.DateTime', 'documented', 'dn785076'),
    line('CheckpointID', 'Edm.Guid', 'documented', 'dn785076'),
    line('Confirm', 'Edm.Boolean', 'documented', 'dn785076'),
    line('Description', 'Edm.String', 'documented', 'dn785076'),
    line('Enabled', 'Edm.Boolean', 'documented', 'dn785076'),
    line('ModifiedTime', 'Edm.DateTime', 'documented', 'dn785076'),
    line('Name', 'Edm.String', 'documented', 'dn785076'),
    line('ParentCheckpointID', 'Edm.Guid', 'documented', 'dn785076'),
    line('RunAsynchronously', 'Edm.Boolean', 'documented', 'dn785076'),
    line('VMCheckPointAction', 'Edm.String', 'documented', 'dn785076'),
    line('VMId', 'Edm.Guid', 'documented', 'dn785076'),
  ],
}

/**
 * The properties of a VM that tell its identity and its position. The answer of a real service spells
 * `LastRestoredCheckpointId`, where SCVMM's own object has `LastRestoredCheckpointID`; for a VM without checkpoints it
 * equals VMId, the Hyper-V GUID (observed, as C-044 says). Edm types are inferred from how the values are printed.
 */
export const virtualMachineEntity: SpfEntity = {
  type: 'VMM.VirtualMachine',
  collection: 'VirtualMachines',
  key: ['ID', 'StampId'],
  properties: [
    line('ID', 'Edm.Guid', 'documented', 'dn785090', false),
    line('StampId', 'Edm.Guid', 'documented', 'dn785090', false),
    line('Name', 'Edm.String', 'observed', 'badstreff'),
    line('Description', 'Edm.String', 'observed', 'badstreff'),
    line('VMId', 'Edm.Guid', 'observed', 'badstreff'),
    line('LastRestoredCheckpointId', 'Edm.Guid', 'observed', 'badstreff'),
    line('CheckpointLocation', 'Edm.String', 'observed', 'badstreff'),
    line('VMHostName', 'Edm.String', 'observed', 'badstreff'),
    line('Operation', 'Edm.String', 'documented', 'dn458378'),
    line('VirtualMachineState', 'Edm.String', 'observed', 'badstreff'),
    line('Status', 'Edm.String', 'observed', 'badstreff'),
    line('StatusString', 'Edm.String', 'observed', 'badstreff'),
    line('AddedTime', 'Edm.DateTime', 'observed', 'badstreff'),
    line('ModifiedTime', 'Edm.DateTime', 'observed', 'badstreff'),
    line('MostRecentTaskId', 'Edm.Guid', 'observed', 'badstreff'),
  ],
}

/** A VMM job; C-112 says that every operation is one. `DisplayableErrorCode` is the number that VMM's documents list. */
export const jobEntity: SpfEntity = {
  type: 'VMM.Job',
  collection: 'Jobs',
  key: ['ID', 'StampId'],
  properties: [
    line('ID', 'Edm.Guid', 'observed', 'badstreff', false),
    line('StampId', 'Edm.Guid', 'observed', 'badstreff', false),
    line('Name', 'Edm.String', 'observed', 'badstreff'),
    line('CmdletName', 'Edm.String', 'observed', 'badstreff'),
    line('Status', 'Edm.String', 'observed', 'badstreff'),
    line('StatusString', 'Edm.String', 'observed', 'badstreff'),
    line('IsCompleted', 'Edm.Boolean', 'observed', 'badstreff'),
    line('Progress', 'Edm.String', 'observed', 'badstreff'),
    line('StartTime', 'Edm.DateTime', 'observed', 'badstreff'),
    line('EndTime', 'Edm.DateTime', 'observed', 'badstreff'),
    line('Owner', 'Edm.String', 'observed', 'badstreff'),
    line('TargetObjectID', 'Edm.Guid', 'observed', 'badstreff'),
    line('TargetObjectType', 'Edm.String', 'observed', 'badstreff'),
    line('ResultObjectID', 'Edm.Guid', 'observed', 'badstreff'),
    line('ResultObjectType', 'Edm.String', 'observed', 'badstreff'),
    line('ErrorInfo', 'VMM.ErrorInfo', 'observed', 'badstreff'),
  ],
}

export const complexTypes: Readonly<Record<'VMM.ErrorInfo', readonly SpfProperty[]>> = {
  'VMM.ErrorInfo': [
    line('Code', 'Edm.String', 'observed', 'badstreff'),
    line('DisplayableErrorCode', 'Edm.String', 'observed', 'badstreff'),
    line('ErrorCodeString', 'Edm.String', 'observed', 'badstreff'),
    line('ErrorType', 'Edm.String', 'observed', 'badstreff'),
    line('IsSuccess', 'Edm.Boolean', 'observed', 'badstreff'),
    line('Problem', 'Edm.String', 'observed', 'badstreff'),
    line('RecommendedAction', 'Edm.String', 'observed', 'badstreff'),
  ],
}
