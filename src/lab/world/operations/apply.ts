import type { Guid } from '../../../checkpoint/guid.ts'
import { jobTypes } from '../jobs.ts'
import type { Checkpoint, VirtualMachine } from '../model.ts'
import { worldRules } from '../rules.ts'
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
      context.store.putVm(restored(context.store.vm(vm.id)!, checkpoint, context.clock.now()))
      context.notify({ kind: 'checkpoint-applied', vm: vm.id, checkpoint: id })
      return []
    },
  })
  return { job }
}

/** A checkpoint with memory leaves the VM saved, one without leaves it off; its name is not part of a checkpoint's settings (assumed). */
function restored(vm: VirtualMachine, checkpoint: Checkpoint, now: number): VirtualMachine {
  const { notes, ...settings } = checkpoint.settings
  return {
    ...vm,
    ...settings,
    notes: worldRules.applyRestoresNotes.value ? notes : vm.notes,
    state: checkpoint.savedState ? 'saved' : 'off',
    stateChangedAt: now,
    configurationChangedAt: now,
    position: checkpoint.id,
    lastApplied: checkpoint.id,
  }
}
