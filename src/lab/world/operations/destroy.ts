import type { Guid } from '../../../checkpoint/guid.ts'
import { dropUnused } from '../disks.ts'
import { jobTypes } from '../jobs.ts'
import type { Checkpoint } from '../model.ts'
import { worldRules } from '../rules.ts'
import type { Store } from '../store.ts'
import { mergeInBackground } from './merge.ts'
import { isBusy, refused, type OperationContext, type Started } from './context.ts'

/** Removes one checkpoint; its children hang from its parent afterwards (semantics.md section 2.3, inferred). */
export function destroyCheckpoint(context: OperationContext, id: Guid): Started {
  return destroy(context, id, (checkpoint) => context.effects.hostRemoves([checkpoint], context.store.childrenOf))
}

/** Removes a checkpoint and everything below it (documented). */
export function destroyTree(context: OperationContext, id: Guid): Started {
  return destroy(context, id, (checkpoint) => leavesFirst(context.store, checkpoint))
}

function destroy(context: OperationContext, id: Guid, doomed: (checkpoint: Checkpoint) => readonly Checkpoint[]): Started {
  const checkpoint = context.store.checkpoint(id)
  if (checkpoint === undefined) return refused('no-such-checkpoint')
  if (isBusy(context, checkpoint.vm)) return refused('vm-busy')
  const job = context.jobs.start({
    jobType: jobTypes.destroy,
    vm: checkpoint.vm,
    durationMs: worldRules.destroyDuration.value,
    work: () => {
      for (const { id: each } of doomed(context.store.checkpoint(id)!)) removeOne(context, each)
      dropUnused(context.store, checkpoint.vm)
      mergeInBackground(context, checkpoint.vm)
      return []
    },
  })
  return { job }
}

function removeOne({ store, clock, notify }: OperationContext, id: Guid): void {
  const checkpoint = store.checkpoint(id)!
  const vm = store.vm(checkpoint.vm)!
  for (const child of store.childrenOf(id)) store.putCheckpoint({ ...child, parent: checkpoint.parent })
  store.dropCheckpoint(id)
  store.putVm({
    ...vm,
    position: vm.position === id ? checkpoint.parent : vm.position,
    lastApplied: vm.lastApplied === id ? null : vm.lastApplied,
    configurationChangedAt: clock.now(),
  })
  notify({ kind: 'checkpoint-removed', vm: vm.id, checkpoint: id })
}

/** So that no checkpoint is re-parented on its way out. */
function leavesFirst(store: Store, root: Checkpoint): readonly Checkpoint[] {
  const found = [root]
  for (const checkpoint of found) found.push(...store.childrenOf(checkpoint.id))
  return found.toReversed()
}
