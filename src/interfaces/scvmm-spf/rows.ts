import type { Guid } from '../../checkpoint/guid.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import type { Entity } from '../../protocols/odata/codec/edm.ts'
import { guidCondition, rowsWhere, type Session } from './session.ts'
import { checkpointSet, virtualMachineSet } from './sets.ts'

/**
 * The row of the VM with this Hyper-V GUID. SCVMM's own ID is another (C-028).
 * @throws SNAPCHECK_PROTOCOL where several have it: a copy of a VM is not the VM that was listed as disposable.
 */
export async function findVm(session: Session, vm: Guid): Promise<Entity | undefined> {
  const [row, ...others] = await rowsWhere(session, virtualMachineSet, [guidCondition('VMId', vm)])
  if (others.length === 0) return row
  const { label } = session.transport
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} shows several VMs with the GUID ${vm}.`, {
    place: label,
    observed: `${others.length + 1} rows`,
    expected: 'one VM with this GUID',
    next: 'see in SCVMM which of them is meant; leave the VMM server out of the entry of this VM in the configuration',
  })
}

/** @throws SNAPCHECK_NOT_SHOWN */
export async function requireVm(session: Session, vm: Guid): Promise<Entity> {
  return (await findVm(session, vm)) ?? notShown(session, `the VM ${vm}`)
}

/** The checkpoint rows of a VM, by SCVMM's ID of the VM, in the order of the service. */
export function checkpointRows(session: Session, vmRow: Entity): Promise<readonly Entity[]> {
  return rowsWhere(session, checkpointSet, [guidCondition('VMId', textOf(vmRow, 'ID'))])
}

/** @throws SNAPCHECK_NOT_SHOWN */
export async function requireCheckpoint(session: Session, vmRow: Entity, checkpoint: Guid): Promise<Entity> {
  const row = (await checkpointRows(session, vmRow)).find((candidate) => sameGuid(textOf(candidate, 'CheckpointID'), checkpoint))
  return row ?? notShown(session, `the checkpoint ${checkpoint}`)
}

/** Empty where the property is missing or null. */
export function textOf(row: Entity, property: string): string {
  return String(row.properties[property] ?? '')
}

export function sameGuid(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function notShown(session: Session, what: string): never {
  const { label } = session.transport
  throw new SnapcheckError('SNAPCHECK_NOT_SHOWN', `${label} does not show ${what}.`, {
    place: label,
    observed: 'no row with this GUID',
    expected: what,
    next: 'refresh the VM in SCVMM, or check the stamp and the rights of the account',
  })
}
