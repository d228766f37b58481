import type { Guid } from '../../../checkpoint/guid.ts'
import { hasToMerge, mergeAll } from '../disks.ts'
import { worldRules } from '../rules.ts'
import type { OperationContext } from './context.ts'

/**
 * Begins to merge what removed checkpoints have left, whatever the VM's state (C-082, from WS2012 on); another removal
 * meanwhile puts the end off.
 */
export function mergeInBackground({ store, clock, notify }: OperationContext, vmId: Guid): void {
  const vm = store.vm(vmId)!
  if (!hasToMerge(store, vmId)) return
  const mergingUntil = clock.now() + worldRules.mergeDuration.value
  store.putVm({ ...vm, mergingUntil })
  clock.schedule(mergingUntil, () => {
    if (store.vm(vmId)?.mergingUntil !== mergingUntil) return
    mergeAll(store, vmId)
    store.putVm({ ...store.vm(vmId)!, mergingUntil: null })
    notify({ kind: 'vm-disks-merged', vm: vmId, checkpoint: null })
  })
}
