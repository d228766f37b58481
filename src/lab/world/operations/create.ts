import type { Guid } from '../../../checkpoint/guid.ts'
import type { CheckpointKind } from '../../../checkpoint/kinds.ts'
import { defaultCheckpointName } from '../default-name.ts'
import { branchFrom } from '../disks.ts'
import { jobTypes } from '../jobs.ts'
import type { Checkpoint, CreatedThrough, VirtualMachine, VmSettings } from '../model.ts'
import type { refusals } from '../refusals.ts'
import { worldRules } from '../rules.ts'
import { failing, isBusy, refused, type OperationContext, type Started } from './context.ts'
import { fittingName } from './names.ts'

export interface CreateRequest {
  readonly through: CreatedThrough
  /** Left out: Hyper-V's default name. Hyper-V's own CreateSnapshot cannot set one (ws-man.md section 7, recorded). */
  readonly name?: string
  /** Left out: what a user makes. A backup makes a recovery checkpoint, which the VM's own setting does not touch (assumed). */
  readonly kind?: Extract<CheckpointKind, 'Realized' | 'Recovery'>
}

/** The checkpoint is taken at once and shows when the job has ended; its CreationTime and default name are those of the start. */
export function createCheckpoint(context: OperationContext, vmId: Guid, request: CreateRequest): Started {
  const { switches } = context
  const vm = context.store.vm(vmId)
  if (vm === undefined) return refused('no-such-vm')
  if (isBusy(context, vmId)) return refused('vm-busy')
  const duration = worldRules.createDuration.value
  const ruledOut = context.effects.hostRefuses(ruledOutBy(context, vm, request), context.store.checkpointCount(vmId))
  if (ruledOut !== undefined)
    return switches.createRefusal === 'call' ? refused(ruledOut) : failing(context, jobTypes.create, vmId, duration, ruledOut)
  if (request.kind !== 'Recovery' && vm.checkpointType === 4 && !guestTakesPart(vm))
    return switches.productionRefusal === 'call'
      ? refused('production-failed')
      : failing(context, jobTypes.create, vmId, duration, 'production-failed')
  const fitting = request.name === undefined ? undefined : fittingName(request.name, switches.longNames)
  if (fitting?.problem !== undefined) return refused(fitting.problem)
  return start(context, vm, { ...request, ...(fitting === undefined ? {} : { name: fitting.name }) })
}

function ruledOutBy({ store }: OperationContext, vm: VirtualMachine, { kind }: CreateRequest): keyof typeof refusals | undefined {
  if (vm.checkpointType === 2 && kind !== 'Recovery') return 'checkpoints-disabled'
  if (vm.passThrough) return 'pass-through-disk'
  return store.checkpointCount(vm.id) >= worldRules.checkpointsPerVm.value ? 'checkpoint-limit' : undefined
}

function start(context: OperationContext, vm: VirtualMachine, request: CreateRequest): Started {
  const { store } = context
  const taken = take(context, vm, request)
  const contents = vm.disks.map((path) => store.file(path)!.content)
  const job = context.jobs.start({
    jobType: jobTypes.create,
    vm: vm.id,
    durationMs: worldRules.createDuration.value,
    work: () => {
      const now = store.vm(vm.id)!
      const onTop = branchFrom(store, now.disks, context.nextDiskId)
      // What the guest wrote while the job ran belongs to the VM; the checkpoint is of the moment of the start.
      for (const [index, path] of now.disks.entries()) store.putFile({ ...store.file(path)!, content: contents[index]! })
      store.putCheckpoint({ ...taken, disks: now.disks })
      const moves = taken.kind !== 'Recovery' || context.switches.recoveryMovesPosition
      store.putVm({
        ...now,
        disks: onTop,
        position: moves ? taken.id : now.position,
        configurationChangedAt: context.clock.now(),
      })
      context.notify({ kind: 'checkpoint-created', vm: vm.id, checkpoint: taken.id })
      return [{ kind: 'checkpoint', id: taken.id, effect: 5 }]
    },
  })
  return { job }
}

function take(
  context: OperationContext,
  vm: VirtualMachine,
  { through, name, kind = 'Realized' }: CreateRequest,
): Omit<Checkpoint, 'disks'> {
  const createdAt = context.clock.now()
  const savedState = kind === 'Realized' && keepsMemory(vm)
  return {
    id: context.nextCheckpointId(),
    vm: vm.id,
    name: name ?? defaultCheckpointName(vm.name, createdAt, context.hostOf(vm).utcOffsetMinutes),
    notes: worldRules.newCheckpointCopiesNotes.value ? vm.notes : [''],
    createdAt,
    parent: vm.position,
    kind,
    savedState,
    memory: savedState ? vm.memory : null,
    userKind: context.switches.fallbackShows === 'standard' && savedState ? 5 : vm.checkpointType,
    settings: settingsOf(vm),
    createdThrough: through,
  }
}

/** Only a guest that runs can quiesce its applications (assumed of a paused one). */
function guestTakesPart({ state, integration }: VirtualMachine): boolean {
  return state === 'off' || state === 'saved' || (state === 'running' && integration)
}

/**
 * A standard checkpoint of a VM that is not off holds its memory, a production one does not (semantics.md section 2.1,
 * inferred); without the guest's part it falls back to a standard one (C-051); a saved VM's state goes along whatever the
 * type (assumed).
 */
function keepsMemory(vm: VirtualMachine): boolean {
  if (vm.state === 'off') return false
  return vm.state === 'saved' || vm.checkpointType === 5 || !guestTakesPart(vm)
}

export function settingsOf({ notes, checkpointType, version, generation, hardware }: VmSettings): VmSettings {
  return { notes, checkpointType, version, generation, hardware }
}
