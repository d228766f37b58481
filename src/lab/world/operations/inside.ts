import type { Guid } from '../../../checkpoint/guid.ts'
import { jobTypes } from '../jobs.ts'
import type { VirtualMachine } from '../model.ts'
import type { OperationContext } from './context.ts'

/** What a guest holds and what it runs on. No product shows it: with it the lab shows what a checkpoint brings back. */
export interface Guest {
  /** The application data on each disk. */
  readonly applicationData: readonly string[]
  /** Null while it is off. */
  readonly guestMemory: string | null
  readonly hardware: string
}

export function guestOf({ store }: OperationContext, { disks, memory, hardware }: VirtualMachine): Guest {
  return { applicationData: disks.map((path) => store.file(path)!.content), guestMemory: memory, hardware }
}

/** Somebody at work in the guest, or at its virtual hardware. A guest that is off has no memory to write into. */
export function changeGuest({ store }: OperationContext, vm: VirtualMachine, what: keyof Guest, text: string): void {
  if (what === 'applicationData') for (const path of vm.disks) store.putFile({ ...store.file(path)!, content: text })
  else if (what === 'hardware') store.putVm({ ...vm, hardware: text })
  else store.putVm({ ...vm, memory: vm.memory === null ? null : text })
}

/** A backup of somebody else's holds the VM and changes nothing. */
export function occupy({ jobs }: OperationContext, vm: Guid, durationMs: number): void {
  jobs.start({ jobType: jobTypes.backup, vm, durationMs, work: () => [] })
}
