import type { CimValue } from '../../../../protocols/wsman/codec/value.ts'
import type { Started } from '../../../world/operations/context.ts'
import type { HostView } from '../host-view.ts'
import { modifySystemSettings } from './modify-system-settings.ts'
import { applySnapshot, createSnapshot, destroySnapshot, destroySnapshotTree } from './snapshots.ts'

/** A failure of the call itself is a ReturnValue in a normal answer, not a fault (ws-man.md section 7). */
export type Method = (parameters: ReadonlyMap<string, CimValue>, view: HostView) => Started

export const methods: Readonly<Record<string, Method>> = {
  CreateSnapshot: createSnapshot,
  ApplySnapshot: applySnapshot,
  DestroySnapshot: destroySnapshot,
  DestroySnapshotTree: destroySnapshotTree,
  ModifySystemSettings: modifySystemSettings,
}
