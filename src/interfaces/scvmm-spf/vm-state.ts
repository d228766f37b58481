import type { Guid } from '../../checkpoint/guid.ts'
import type { VmState } from '../../checkpoint/vm.ts'
import { cmdlets, vmOperations } from '../../products/spf/service.ts'
import { watchJob } from './jobs.ts'
import { findVm, requireVm, textOf } from './rows.ts'
import { keyOf, until, type Session } from './session.ts'
import { virtualMachineSet } from './sets.ts'

/** What VirtualMachineState is afterwards (observed), by what is asked for. */
const states = {
  running: { cmdlet: cmdlets.start, shown: 'Running' },
  off: { cmdlet: cmdlets.stop, shown: 'PowerOff' },
} as const

export function isReachable(state: VmState): state is keyof typeof states {
  return state in states
}

/** Starts or stops the VM by its property Operation (dn458378), and waits until its row says so. */
export async function setVmState(session: Session, vm: Guid, state: keyof typeof states): Promise<void> {
  const { cmdlet, shown } = states[state]
  const row = await requireVm(session, vm)
  if (textOf(row, 'VirtualMachineState') === shown) return
  const job = await watchJob(session, row, cmdlet)
  await session.client.merge(virtualMachineSet, keyOf(session, textOf(row, 'ID')), { Operation: vmOperations[state].value })
  await job.ended()
  await until(session, `the state ${shown}`, async () => {
    const now = await findVm(session, vm)
    return now !== undefined && textOf(now, 'VirtualMachineState') === shown ? true : undefined
  })
}
