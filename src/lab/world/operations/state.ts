import type { Guid } from '../../../checkpoint/guid.ts'
import { jobTypes, type JobType } from '../jobs.ts'
import type { VirtualMachine, VmState } from '../model.ts'
import { worldRules } from '../rules.ts'
import { isBusy, refused, type OperationContext, type Started } from './context.ts'

/** From which states into which, by what job; a saved VM is turned off by dropping its state (inferred). */
const transitions: Readonly<Record<VmState, Readonly<Partial<Record<VmState, JobType>>>>> = {
  off: { running: jobTypes.start },
  running: { off: jobTypes.powerOff, saved: jobTypes.save, paused: jobTypes.pause },
  saved: { running: jobTypes.restore, off: jobTypes.powerOff },
  paused: { running: jobTypes.resume, off: jobTypes.powerOff, saved: jobTypes.save },
}

/** RequestStateChange (hyperv-wmi-v2.md section 3). */
export function changeVmState(context: OperationContext, id: Guid, state: VmState): Started {
  const vm = context.store.vm(id)
  if (vm === undefined) return refused('no-such-vm')
  const jobType = transitions[vm.state][state]
  if (jobType === undefined) return refused('no-such-transition')
  if (isBusy(context, id)) return refused('vm-busy')
  const work = (): readonly [] => {
    setVmState(context, id, state)
    return []
  }
  return { job: context.jobs.start({ jobType, vm: id, durationMs: worldRules.stateDuration.value, work }) }
}

export function setVmState({ store, clock, notify }: OperationContext, id: Guid, state: VmState): void {
  const vm = store.vm(id)
  if (vm === undefined || vm.state === state) return
  store.putVm({ ...vm, state, memory: memoryIn(vm, state), stateChangedAt: clock.now() })
  notify({ kind: 'vm-state-changed', vm: id, checkpoint: null })
}

/** What a guest has in memory that has just been started. */
export const freshMemory = 'as the guest was started'

function memoryIn({ memory }: VirtualMachine, state: VmState): string | null {
  return state === 'off' ? null : (memory ?? freshMemory)
}
