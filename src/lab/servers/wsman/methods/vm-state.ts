import { parseGuid } from '../../../../checkpoint/guid.ts'
import { values } from '../../../../products/hyperv-wmi/values.ts'
import type { VmState } from '../../../world/model.ts'
import { refused } from '../../../world/operations/context.ts'
import type { Method } from './method.ts'

/** On the VM itself; the host is of the same class and is none. */
export const requestStateChange: Method = ({ target, parameters, view }) => {
  const vm = parseGuid(String(target.instance.properties.get('Name')))
  const wanted = parameters.get('RequestedState')
  const [state] = Object.entries(values.enabledState.value).find(([, number]) => number === wanted) ?? []
  if (vm === undefined) return refused('no-such-vm')
  return state === undefined ? refused('no-such-transition') : view.world.changeVmState(vm, state as VmState)
}
