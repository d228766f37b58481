import type { Guid } from '../../checkpoint/guid.ts'
import type { VmState } from '../../checkpoint/vm.ts'
import { values } from '../../products/hyperv-wmi/values.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import { waitFor, type Waiting } from '../waiting.ts'
import { call } from './calls.ts'
import { classes, vmReference } from './objects.ts'

/**
 * RequestStateChange, and then until the VM is in that state: its job may end before (assumed). A VM that is already in it is
 * left alone, because a host answers 32775 to that.
 */
export async function setVmState(client: WsManClient, waiting: Waiting, vm: Guid, state: VmState): Promise<void> {
  const wanted = values.enabledState.value[state]
  const isThere = async (): Promise<true | undefined> => {
    const system = await client.get(vmReference(vm))
    return Number(system?.properties.get('EnabledState')) === wanted ? true : undefined
  }
  if (await isThere()) return
  await call(client, waiting, {
    className: classes.computerSystem,
    on: vmReference(vm),
    method: 'RequestStateChange',
    parameters: [{ name: 'RequestedState', value: wanted }],
  })
  await waitFor(waiting, `the state ${state}`, client.label, isThere)
}
