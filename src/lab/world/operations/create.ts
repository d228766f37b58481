import type { Guid } from '../../../checkpoint/guid.ts'
import { defaultCheckpointName } from '../default-name.ts'
import { jobTypes } from '../jobs.ts'
import type { Checkpoint, CreatedThrough, VirtualMachine, VmSettings } from '../model.ts'
import { worldRules } from '../rules.ts'
import { isBusy, refused, type OperationContext, type Started } from './context.ts'
import { nameProblem } from './names.ts'

export interface CreateRequest {
  readonly through: CreatedThrough
  /** Left out: Hyper-V's default name. Hyper-V's own CreateSnapshot cannot set one (ws-man.md section 7, recorded). */
  readonly name?: string
}

/** The checkpoint is taken at once and shows when the job has ended; its CreationTime and default name are those of the start. */
export function createCheckpoint(context: OperationContext, vmId: Guid, request: CreateRequest): Started {
  const vm = context.store.vm(vmId)
  if (vm === undefined) return refused('no-such-vm')
  if (vm.checkpointType === 2) return refused('checkpoints-disabled')
  if (isBusy(context, vmId)) return refused('vm-busy')
  if (context.store.checkpointCount(vmId) >= worldRules.checkpointsPerVm.value) return refused('checkpoint-limit')
  const problem = request.name === undefined ? undefined : nameProblem(request.name)
  if (problem !== undefined) return refused(problem)

  const taken = take(context, vm, request)
  const job = context.jobs.start({
    jobType: jobTypes.create,
    vm: vmId,
    durationMs: worldRules.createDuration.value,
    work: () => {
      context.store.putCheckpoint(taken)
      const now = context.store.vm(vmId)!
      context.store.putVm({ ...now, position: taken.id, configurationChangedAt: context.clock.now() })
      context.notify({ kind: 'checkpoint-created', vm: vmId, checkpoint: taken.id })
      return [{ kind: 'checkpoint', id: taken.id, effect: 5 }]
    },
  })
  return { job }
}

function take(context: OperationContext, vm: VirtualMachine, { through, name }: CreateRequest): Checkpoint {
  const createdAt = context.clock.now()
  return {
    id: context.nextCheckpointId(),
    vm: vm.id,
    name: name ?? defaultCheckpointName(vm.name, createdAt, context.hostOf(vm).utcOffsetMinutes),
    notes: worldRules.newCheckpointCopiesNotes.value ? vm.notes : [''],
    createdAt,
    parent: vm.position,
    kind: 'Realized',
    savedState: keepsMemory(vm),
    settings: settingsOf(vm),
    createdThrough: through,
  }
}

/**
 * A standard checkpoint of a running or paused VM holds its memory, a production one does not (semantics.md section 2.1,
 * inferred); a saved VM's state goes along whatever the type (assumed).
 */
function keepsMemory(vm: VirtualMachine): boolean {
  if (vm.state === 'saved') return true
  return vm.checkpointType === 5 && vm.state !== 'off'
}

export function settingsOf({ notes, checkpointType, version, generation }: VmSettings): VmSettings {
  return { notes, checkpointType, version, generation }
}
