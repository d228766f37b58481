import type { Checkpoint, VirtualMachine } from '../../../world/model.ts'
import type { Answer } from '../answer.ts'
import type { Found } from '../found.ts'
import { givenOf, textsOf, type Call, type Given } from '../call.ts'
import { wildcard } from '../wildcard.ts'
import { hyperVError, type HyperVContext } from './context.ts'

/** The VMs of a call: by VM, or by the parameter that has their names; names are patterns (observed use). */
export function findVms(context: HyperVContext, call: Call, names: 'Name' | 'VMName'): Found<VirtualMachine> {
  const given = givenOf(call, 'VM')
  if (given !== undefined) return joined(given.map((each) => vmGiven(context, call, each)))
  return joined((textsOf(call, names) ?? ['*']).map((name) => vmsNamed(context, call, name)))
}

function vmGiven({ view }: HyperVContext, call: Call, { id, name }: Given): Found<VirtualMachine> {
  const vm = id === undefined ? undefined : view.vm(id)
  return vm === undefined ? vmMissing(call, name) : { items: [vm], errors: [] }
}

function vmsNamed({ view }: HyperVContext, call: Call, name: string): Found<VirtualMachine> {
  const pattern = wildcard(name)
  const items = view.vms().filter((vm) => pattern.matches(vm.name))
  return items.length > 0 || pattern.isPattern ? { items, errors: [] } : vmMissing(call, name)
}

function vmMissing(call: Call, name: string): Found<never> {
  const error = call.cmdlet === 'Get-VM' ? 'getVmNotFound' : 'vmNotFound'
  return { items: [], errors: [hyperVError(call, error, `Hyper-V was unable to find a virtual machine with name "${name}".`)] }
}

/** The checkpoints of a call: by VMSnapshot, or of its VMs those with a name. */
export function findCheckpoints(context: HyperVContext, call: Call): Found<Checkpoint> {
  const given = givenOf(call, 'VMSnapshot')
  if (given !== undefined) return joined(given.map((each) => checkpointGiven(context, call, each)))
  const vms = findVms(context, call, 'VMName')
  const ofVms = vms.items.flatMap(({ id }) => context.view.checkpoints().filter(({ vm }) => vm === id))
  const nobody: Found<Checkpoint> = { items: [], errors: vms.errors }
  return vms.items.length === 0 ? nobody : joined([nobody, checkpointsNamed(call, ofVms, textsOf(call, 'Name'))])
}

export function checkpointGiven({ view }: HyperVContext, call: Call, { id }: Pick<Given, 'id'>): Found<Checkpoint> {
  const checkpoint = id === undefined ? undefined : view.checkpoint(id)
  return checkpoint === undefined ? { items: [], errors: [checkpointMissing(call)] } : { items: [checkpoint], errors: [] }
}

/** @param names left out: all of them. */
export function checkpointsNamed(call: Call, among: readonly Checkpoint[], names: readonly string[] | undefined): Found<Checkpoint> {
  if (names === undefined) return { items: among, errors: [] }
  return joined(
    names.map((name) => {
      const pattern = wildcard(name)
      const items = among.filter((checkpoint) => pattern.matches(checkpoint.name))
      return { items, errors: items.length > 0 || pattern.isPattern ? [] : [checkpointMissing(call)] }
    }),
  )
}

function checkpointMissing(call: Call): Answer {
  return hyperVError(call, 'snapshotNotFound', 'Unable to find a snapshot matching the given criteria.')
}

function joined<Item>(found: readonly Found<Item>[]): Found<Item> {
  return { items: found.flatMap(({ items }) => items), errors: found.flatMap(({ errors }) => errors) }
}
