import { reading, type CheckpointReading, type Reading, type VmReading } from '../../checkpoint/reading.ts'
import type { Json } from '../../foundation/json.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import { isArray, type CimScalar } from '../../protocols/wsman/codec/value.ts'
import { classes } from './objects.ts'

/** The instances in which Hyper-V shows one VM. */
export interface VmInstances {
  readonly system: CimInstance
  /** Its realized settings. */
  readonly settings: CimInstance | null
  readonly checkpoints: readonly CimInstance[]
  /** The checkpoint that the running state hangs from. */
  readonly position: CimInstance | undefined
  readonly lastApplied: CimInstance | undefined
  /** As the host calls itself. */
  readonly host: Reading
  /** What was read only because it was asked for. */
  readonly extra: VmReading['fields']
  readonly disksOf: ReadonlyMap<CimInstance, Reading>
}

export function vmReading({ system, settings, checkpoints, position, lastApplied, host, extra, disksOf }: VmInstances): VmReading {
  return {
    fields: {
      ...systemFields(system),
      vmNotes: fieldOf(settings, 'Notes'),
      position: pointerOf(position, classes.mostCurrent),
      lastApplied: pointerOf(lastApplied, classes.lastApplied),
      checkpointType: fieldOf(settings, 'UserSnapshotType'),
      checkpointLocation: fieldOf(settings, 'SnapshotDataRoot'),
      host,
      ...extra,
    },
    checkpoints: checkpoints.map((checkpoint) => checkpointReading(checkpoint, disksOf.get(checkpoint))),
  }
}

export function treeReading(system: CimInstance, checkpoints: readonly CimInstance[], host: Reading): VmReading {
  return {
    fields: { ...systemFields(system), host },
    checkpoints: checkpoints.map((checkpoint) => checkpointReading(checkpoint, undefined)),
  }
}

function systemFields(system: CimInstance): VmReading['fields'] {
  return {
    vmId: fieldOf(system, 'Name'),
    vmName: fieldOf(system, 'ElementName'),
    vmState: fieldOf(system, 'EnabledState'),
    operationalStatus: fieldOf(system, 'OperationalStatus'),
  }
}

/** What an association points at: the checkpoint's GUID under the association's name. */
function pointerOf(checkpoint: CimInstance | undefined, association: string): Reading {
  return checkpoint === undefined ? reading.nil(association) : { ...fieldOf(checkpoint, 'ConfigurationID'), field: association }
}

function checkpointReading(checkpoint: CimInstance, disks: Reading | undefined): CheckpointReading {
  return {
    fields: {
      id: fieldOf(checkpoint, 'ConfigurationID'),
      vm: fieldOf(checkpoint, 'VirtualSystemIdentifier'),
      name: fieldOf(checkpoint, 'ElementName'),
      comment: fieldOf(checkpoint, 'Notes'),
      createdTime: fieldOf(checkpoint, 'CreationTime'),
      parent: fieldOf(checkpoint, 'Parent'),
      kind: fieldOf(checkpoint, 'VirtualSystemType'),
      savedState: fieldOf(checkpoint, 'IsSaved'),
      userKind: fieldOf(checkpoint, 'UserSnapshotType'),
      automatic: fieldOf(checkpoint, 'IsAutomaticSnapshot'),
      files: filesOf(checkpoint),
      ...(disks === undefined ? {} : { disks }),
      typeNames: reading.value('class', [checkpoint.className]),
    },
  }
}

/** Paths below their roots, by the product's own names (C-090). */
const fileProperties = ['ConfigurationFile', 'SnapshotDataRoot', 'SuspendDataRoot', 'GuestStateFile'] as const

function filesOf(checkpoint: CimInstance): Reading {
  const pairs = fileProperties.map((name) => [name, fieldOf(checkpoint, name)] as const)
  return reading.value('ConfigurationFile', Object.fromEntries(pairs.map(([name, { raw }]) => [name, raw])))
}

/** Absent is "not in the answer", which is also how a host shows an array of none (recorded); null is `xsi:nil`. */
export function fieldOf(instance: CimInstance | null, field: string): Reading {
  const value = instance?.properties.get(field)
  if (value === undefined) return reading.absent(field)
  if (value === null) return reading.nil(field)
  return reading.value(field, isArray(value) ? value.map(json) : json(value))
}

function json(value: CimScalar): Json {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object') return value
  if ('datetime' in value) return value.datetime
  return 'interval' in value ? value.interval : value.resourceUri
}
