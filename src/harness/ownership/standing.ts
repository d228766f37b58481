import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import type { Standing } from './entries.ts'

/** What stands on the VM in a reading. A row without a usable identity cannot be told from another and is left out. */
export function standingIn(reading: VmReading, vm: Guid): readonly Standing[] {
  return reading.checkpoints.flatMap((checkpoint) => standing(checkpoint, vm))
}

function standing({ fields: { id, name, parent } }: CheckpointReading, vm: Guid): readonly Standing[] {
  const own = guidIn(id === undefined ? null : normalise('id', id, vm).value)
  if (own === null) return []
  return [
    {
      id: own,
      name: typeof name?.raw === 'string' ? name.raw : null,
      parent: guidIn(parent === undefined ? null : normalise('parent', parent, vm).value),
    },
  ]
}

function guidIn(value: unknown): Guid | null {
  return typeof value === 'string' ? (parseGuid(value) ?? null) : null
}
