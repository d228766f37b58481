import type { VmmCheckpoint, VmmVm } from '../../../vmm/model.ts'
import type { Answer } from '../answer.ts'
import type { Found } from '../found.ts'
import { givenOf, type Call, type Given } from '../call.ts'
import { vmmError, type VmmCmdletContext } from './context.ts'

/** The VMs that -VM gives, as objects or by name. */
export function givenVms({ vmm }: VmmCmdletContext, call: Call): Found<VmmVm> {
  return found(call, 'VM', vmm.vms())
}

/** The checkpoints that -VMCheckpoint gives. */
export function givenCheckpoints({ vmm }: VmmCmdletContext, call: Call): Found<VmmCheckpoint> {
  return found(call, 'VMCheckpoint', vmm.checkpoints())
}

function found<Row extends { readonly id: string; readonly name: string }>(
  call: Call,
  parameter: string,
  rows: readonly Row[],
): Found<Row> {
  const each = (givenOf(call, parameter) ?? []).map((given) => ({ given, items: rows.filter((row) => isGiven(row, given)) }))
  const missing = each.filter(({ items }) => items.length === 0)
  return { items: each.flatMap(({ items }) => items), errors: missing.map(({ given }) => notThere(call, given)) }
}

function isGiven(row: { readonly id: string; readonly name: string }, { id, name }: Given): boolean {
  return id === undefined ? isSame(row.name, name) : isSame(row.id, id)
}

/** GUIDs and names have no case. */
export function isSame(own: string, asked: string): boolean {
  return own.toLowerCase() === asked.toLowerCase()
}

/** VMM's number for it is not known: the lab's own word stands in its place. */
export function notThere(call: Call, { name }: Pick<Given, 'name'>): Answer {
  return vmmError(call, { code: 'SnapcheckLabNotFound', problem: `VMM has no object "${name}" of the type that was asked for.` })
}
