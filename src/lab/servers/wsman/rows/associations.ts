import type { Guid } from '../../../../checkpoint/guid.ts'
import type { HostView } from '../host-view.ts'
import { computerSystemReference, settingsReference } from './references.ts'
import type { Rows } from './rows.ts'

/** All checkpoints of a VM, whatever their kind (hyperv-wmi-v2.md section 13). */
export const snapshotsOfVirtualSystems: Rows = (view) =>
  view.checkpoints().map(({ id, vm }) => ({ Antecedent: computerSystemReference(vm), Dependent: settingsReference(id) }))

export const mostCurrentSnapshots: Rows = (view) =>
  view
    .vms()
    .flatMap(({ id, position }) =>
      shown(position, view).map((checkpoint) => ({ Antecedent: computerSystemReference(id), Dependent: settingsReference(checkpoint) })),
    )

/** Roles the other way round (documented). */
export const lastAppliedSnapshots: Rows = (view) =>
  view
    .vms()
    .flatMap(({ id, lastApplied }) =>
      shown(lastApplied, view).map((checkpoint) => ({ Antecedent: settingsReference(checkpoint), Dependent: computerSystemReference(id) })),
    )

/** Reaches the current settings only, never a checkpoint (observed). */
export const settingsOfStates: Rows = (view) =>
  view.vms().map(({ id }) => ({ ManagedElement: computerSystemReference(id), SettingData: settingsReference(id) }))

/** From a parent to its child checkpoints, and to the VM that stands on it. */
export const parentsOfSettings: Rows = (view) => {
  const edges = [...view.checkpoints(), ...view.vms().map(({ id, position }) => ({ id, parent: position }))]
  return edges.flatMap(({ id, parent }) =>
    shown(parent, view).map((above) => ({ Antecedent: settingsReference(above), Dependent: settingsReference(id) })),
  )
}

function shown(checkpoint: Guid | null, view: HostView): readonly Guid[] {
  return checkpoint !== null && view.checkpoint(checkpoint) !== undefined ? [checkpoint] : []
}
