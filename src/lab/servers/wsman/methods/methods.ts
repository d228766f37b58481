import { getVirtualHardDiskSettingData } from './disk-files.ts'
import type { Method } from './method.ts'
import { modifySystemSettings } from './modify-system-settings.ts'
import { applySnapshot, createSnapshot, destroySnapshot, destroySnapshotTree } from './snapshots.ts'
import { requestStateChange } from './vm-state.ts'

export const methods: Readonly<Record<string, Method>> = {
  CreateSnapshot: createSnapshot,
  ApplySnapshot: applySnapshot,
  DestroySnapshot: destroySnapshot,
  DestroySnapshotTree: destroySnapshotTree,
  ModifySystemSettings: modifySystemSettings,
  GetVirtualHardDiskSettingData: getVirtualHardDiskSettingData,
  RequestStateChange: requestStateChange,
}
