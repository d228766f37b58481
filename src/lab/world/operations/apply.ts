import type { Guid } from '../../../checkpoint/guid.ts'
import { branchFrom, dropUnused } from '../disks.ts'
import { jobTypes } from '../jobs.ts'
import type { Checkpoint, VirtualMachine } from '../model.ts'
import { worldRules } from '../rules.ts'
import { mergeInBackground } from './merge.ts'
import { isBusy, refused, type OperationContext, type Started } from './context.ts'

/** Puts the VM back. All checkpoints stay; what is taken next hangs from this one (semantics.md section 2.3). */
export function applyCheckpoint(context: OperationContext, id: Guid): Started {
  const checkpoint = context.store.checkpoint(id)
  if (checkpoint === undefined) return refused('no-such-checkpoint')
  const vm = context.store.vm(checkpoint.vm)!
  if (vm.state === 'running' || vm.state === 'paused') return refused('vm-not-stopped')
  if (isBusy(context, vm.id)) return refused('vm-busy')
  const job = context.jobs.start({
    jobType: jobTypes.apply,
    vm: vm.id,
    durationMs: worldRules.applyDuration.value,
    work: () => {
      const { store } = context
      const applied = store.checkpoint(id)!
      const disks = branchFrom(store, applied.disks, context.nextDiskId)
      const before = store.vm(vm.id)!
      store.putVm(context.effects.hostApplied({ ...restored(context, before, applied), disks }, before))
      dropUnused(store, vm.id)
      mergeInBackground(context, vm.id)
      context.notify({ kind: 'checkpoint-applied', vm: vm.id, checkpoint: id })
      return []
    },
  })
  return { job }
}

/** A checkpoint with memory leaves the VM saved, one without leaves it off; its name is not part of a checkpoint's settings (assumed). */
function restored({ clock, switches }: OperationContext, vm: VirtualMachine, checkpoint: Checkpoint): VirtualMachine {
  const { notes, ...settings } = checkpoint.settings
  const now = clock.now()
  return {
    ...vm,
    ...settings,
    notes: switches.applyRestoresNotes ? notes : vm.notes,
    state: checkpoint.savedState ? 'saved' : 'off',
    memory: checkpoint.memory,
    stateChangedAt: now,
    configurationChangedAt: now,
    position: checkpoint.id,
    lastApplied: checkpoint.id,
  }
}
