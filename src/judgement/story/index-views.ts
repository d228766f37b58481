import type { Guid } from '../../checkpoint/guid.ts'
import type { CheckpointView, View } from '../observation.ts'

const cache = new WeakMap<View, ReadonlyMap<Guid, CheckpointView>>()

/** The checkpoints of a view by GUID; where one is listed twice, the first. */
export function checkpointsById(view: View): ReadonlyMap<Guid, CheckpointView> {
  const known = cache.get(view)
  if (known !== undefined) return known
  const byId = new Map<Guid, CheckpointView>()
  for (const checkpoint of view.checkpoints) {
    if (checkpoint.id !== null && !byId.has(checkpoint.id)) byId.set(checkpoint.id, checkpoint)
  }
  cache.set(view, byId)
  return byId
}
