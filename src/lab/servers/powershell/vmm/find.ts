import type { VmmCheckpoint, VmmVm } from '../../../vmm/model.ts'
import type { Answer } from '../answer.ts'
import { givenOf, type Call, type Given } from '../call.ts'
import { vmmError, type VmmCmdletContext } from './context.ts'

export interface Found<Item> {
  readonly items: readonly Item[]
  readonly errors: readonly Answer[]
}

/** The VMs that -VM gives, as objects or by name. */
export function givenVms({ vmm }: VmmCmdletContext, call: Call): Found<VmmVm> {
  return found(call, 'VM', ({ id, name }) => vmm.vms().filter((vm) => (id === undefined ? sameName(vm.name, name) : isId(vm.id, id))))
}

/** The checkpoints that -VMCheckpoint gives. */
export function givenCheckpoints({ vmm }: VmmCmdletContext, call: Call): Found<VmmCheckpoint> {
  const rows = vmm.checkpoints()
  return found(call, 'VMCheckpoint', ({ id, name }) =>
    rows.filter((row) => (id === undefined ? sameName(row.name, name) : isId(row.id, id))),
  )
}

function found<Item>(call: Call, parameter: string, find: (given: Given) => readonly Item[]): Found<Item> {
  const each = (givenOf(call, parameter) ?? []).map((given) => ({ given, items: find(given) }))
  const missing = each.filter(({ items }) => items.length === 0)
  return { items: each.flatMap(({ items }) => items), errors: missing.map(({ given }) => notThere(call, given)) }
}

export function isId(own: string, asked: string): boolean {
  return own.toLowerCase() === asked.toLowerCase()
}

function sameName(own: string, asked: string): boolean {
  return own.toLowerCase() === asked.toLowerCase()
}

/** VMM's number for it is not known: the lab's own word stands in its place. */
function notThere(call: Call, { name }: Given): Answer {
  return vmmError(call, { code: 'SnapcheckLabNotFound', problem: `VMM has no object "${name}" of the type that was asked for.` })
}
