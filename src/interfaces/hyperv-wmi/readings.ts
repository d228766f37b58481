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
}

export function vmReading({ system, settings, checkpoints, position }: VmInstances): VmReading {
  return {
    fields: {
      vmId: fieldOf(system, 'Name'),
      vmName: fieldOf(system, 'ElementName'),
      vmState: fieldOf(system, 'EnabledState'),
      vmNotes: fieldOf(settings, 'Notes'),
      position:
        position === undefined ? reading.nil(classes.mostCurrent) : { ...fieldOf(position, 'ConfigurationID'), field: classes.mostCurrent },
      checkpointType: fieldOf(settings, 'UserSnapshotType'),
      checkpointLocation: fieldOf(settings, 'SnapshotDataRoot'),
    },
    checkpoints: checkpoints.map(checkpointReading),
  }
}

function checkpointReading(checkpoint: CimInstance): CheckpointReading {
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
      typeNames: reading.value('class', [checkpoint.className]),
    },
  }
}

/** Absent is "not in the answer", which is also how a host shows an array of none (recorded); null is `xsi:nil`. */
function fieldOf(instance: CimInstance | null, field: string): Reading {
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
