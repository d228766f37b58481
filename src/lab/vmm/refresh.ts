import type { Checkpoint, VirtualMachine } from '../world/model.ts'
import type { VmmContext } from './context.ts'
import type { VmmCheckpoint, VmmVm } from './model.ts'
import { checkpointRow, isListed, vmRow } from './rows.ts'

/** The full refresh of one VM, checkpoints included (C-061): names, parents and what is gone follow the host. */
function heavyRefresh(context: VmmContext, vm: VirtualMachine): void {
  const { database, world } = context
  const row = vmRow(context, vm, database.vmByHyperVId(vm.id))
  database.putVm(row)
  const known = new Map(database.checkpointsOf(row.id).map((checkpoint) => [checkpoint.checkpointId, checkpoint]))
  const onHost = world.checkpointsOf(vm.id).filter((checkpoint) => isListed(context, checkpoint))
  for (const checkpoint of onHost) database.putCheckpoint(refreshed(context, row, checkpoint, known.get(checkpoint.id)))
  const alive = new Set(onHost.map(({ id }) => id))
  for (const stale of known.values())
    if (!alive.has(stale.checkpointId) && context.effects.vmmForgets(true, stale)) database.dropCheckpoint(stale.id)
}

function refreshed(context: VmmContext, vm: VmmVm, checkpoint: Checkpoint, before: VmmCheckpoint | undefined): VmmCheckpoint {
  const own = before ?? { id: context.idOf('checkpoint', checkpoint.id), description: discoveredDescription(context, checkpoint) }
  return checkpointRow(context, vm, checkpoint, own)
}

/** Empty for what was made outside (C-054, observed) unless the profile takes Notes over (C-055, unknown). */
function discoveredDescription(context: VmmContext, { notes }: Checkpoint): string {
  return context.switches.notesToDescription === 'notes' ? notes.join('\n') : ''
}

/** The light refresh of all VMs: state, missing ones, and new ones, which are refreshed in full (dd221389). */
function lightRefresh(context: VmmContext): void {
  const { database, world, clock } = context
  for (const row of database.vms()) {
    const vm = world.vm(row.vmId)
    if (row.state === 'stored') continue
    if (vm === undefined) database.dropVm(row.id)
    else database.putVm({ ...row, state: vm.state, modifiedTime: clock.now() })
  }
  for (const vm of world.vms()) if (database.vmByHyperVId(vm.id) === undefined) heavyRefresh(context, vm)
}

/** Refreshes every VM in full, as VMM does once for a host that it takes over. */
export function refreshAll(context: VmmContext): void {
  for (const vm of context.world.vms()) heavyRefresh(context, vm)
}

/** Starts the refreshers and the event channel. @returns stops them. */
export function startRefreshers(context: VmmContext): () => void {
  const { clock, switches, world } = context
  const stops = [
    every(clock, switches.heavyInterval, () => refreshAll(context)),
    every(clock, switches.lightInterval, () => lightRefresh(context)),
  ]
  const unsubscribe = world.onChange((change) => {
    // The published list has VM state only (C-063); whether a checkpoint travels along is a switch.
    const effect =
      change.kind === 'vm-state-changed'
        ? () => lightRefresh(context)
        : switches.eventsCarryCheckpoints
          ? () => refreshOne(context, change.vm)
          : undefined
    if (effect !== undefined) clock.schedule(clock.now() + switches.eventDelay, effect)
  })
  return () => [unsubscribe, ...stops].forEach((stop) => stop())
}

/** One VM in full; one that is gone stays as it was. */
export function refreshOne(context: VmmContext, id: VirtualMachine['id']): void {
  const vm = context.world.vm(id)
  if (vm !== undefined) heavyRefresh(context, vm)
}

function every(clock: VmmContext['clock'], interval: number, run: () => void): () => void {
  let cancel = (): void => undefined
  const arm = (): void => {
    cancel = clock.schedule(clock.now() + interval, () => {
      run()
      arm()
    })
  }
  arm()
  return () => cancel()
}
