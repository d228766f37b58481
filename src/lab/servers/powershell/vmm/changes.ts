import type { VmmStarted } from '../../../vmm/jobs.ts'
import type { VmmCheckpoint, VmmVm } from '../../../vmm/model.ts'
import type { CheckpointTexts } from '../../../vmm/operations.ts'
import { act, ask, output, type Answer } from '../answer.ts'
import type { Behaviour, Behaviours } from '../behaviour.ts'
import { textOf, type Call } from '../call.ts'
import { follow, jobParameters, type VmmCmdletContext } from './context.ts'
import { givenCheckpoints, givenVms, notThere } from './find.ts'
import { checkpointObject, vmObject } from './objects.ts'

/** An asynchronous cmdlet puts out what is there when it returns; of a new checkpoint that is nothing (assumed). */
export const changes: Behaviours<VmmCmdletContext> = {
  'New-SCVMCheckpoint': onVm(['Name', 'Description'], ask, ({ vmm }, call, vm) => vmm.newCheckpoint(vm, textsIn(call)), madeBy),
  'Read-SCVirtualMachine': onVm(['Force'], act, ({ vmm }, _call, vm) => vmm.readVm(vm), theVm),
  'Start-SCVirtualMachine': onVm([], act, ({ vmm }, _call, vm) => vmm.changeVmState(vm, 'running'), theVm),
  'Stop-SCVirtualMachine': onVm(['Shutdown', 'Force'], act, ({ vmm }, _call, vm) => vmm.changeVmState(vm, 'off'), theVm),
  'Set-SCVMCheckpoint': onCheckpoint(['Name', 'Description'], act, ({ vmm }, call, row) => vmm.setCheckpoint(row, textsIn(call))),
  'Restore-SCVMCheckpoint': onCheckpoint([], ask, ({ vmm }, _call, row) => vmm.restoreCheckpoint(row)),
  'Remove-SCVMCheckpoint': onCheckpoint([], ask, ({ vmm }, _call, row) => vmm.removeCheckpoint(row)),
}

type Approach = typeof ask | typeof act

function onVm(
  heeds: readonly string[],
  approach: Approach,
  operation: (context: VmmCmdletContext, call: Call, vm: VmmVm) => VmmStarted,
  result: (context: VmmCmdletContext, vm: VmmVm, started: VmmStarted) => readonly Answer[],
): Behaviour<VmmCmdletContext> {
  return {
    heeds: [...jobParameters, 'VM', ...heeds],
    begin(context, call) {
      const { items, errors } = givenVms(context, call)
      return [...errors, ...items.map(({ id, name }) => approach(id, `${call.cmdlet} on "${name}"`))]
    },
    async act(context, call, target) {
      const vm = context.vmm.vm(target)
      if (vm === undefined) return [notThere(call, { name: target })]
      const started = operation(context, call, vm)
      return follow(context, call, started, () => result(context, vm, started))
    },
  }
}

function onCheckpoint(
  heeds: readonly string[],
  approach: Approach,
  operation: (context: VmmCmdletContext, call: Call, row: VmmCheckpoint) => VmmStarted,
): Behaviour<VmmCmdletContext> {
  return {
    heeds: [...jobParameters, 'VMCheckpoint', ...heeds],
    begin(context, call) {
      const { items, errors } = givenCheckpoints(context, call)
      return [...errors, ...items.map(({ id, name }) => approach(id, `${call.cmdlet} on "${name}"`))]
    },
    async act(context, call, target) {
      const row = context.vmm.checkpoint(target)
      if (row === undefined) return [notThere(call, { name: target })]
      return follow(context, call, operation(context, call, row), () => rowNow(context, target))
    },
  }
}

function rowNow({ vmm }: VmmCmdletContext, id: string): readonly Answer[] {
  const row = vmm.checkpoint(id)
  return row === undefined ? [] : [output(checkpointObject(vmm, row))]
}

function madeBy(context: VmmCmdletContext, _vm: VmmVm, { job }: VmmStarted): readonly Answer[] {
  return job === undefined ? [] : rowNow(context, job.result.id)
}

function theVm({ vmm }: VmmCmdletContext, { id }: VmmVm): readonly Answer[] {
  const vm = vmm.vm(id)
  return vm === undefined ? [] : [output(vmObject(vmm, vm))]
}

function textsIn(call: Call): CheckpointTexts {
  const [name, description] = [textOf(call, 'Name'), textOf(call, 'Description')]
  return { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) }
}
