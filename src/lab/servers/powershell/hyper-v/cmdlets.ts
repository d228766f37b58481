import { textsOf, type Call } from '../call.ts'
import type { Behaviours } from '../behaviour.ts'
import type { HyperVContext } from './context.ts'
import { machineChanges } from './machines.ts'
import { reads } from './reads.ts'
import { snapshotChanges } from './snapshots.ts'

export const hyperVCmdlets: Behaviours<HyperVContext> = { ...reads, ...snapshotChanges, ...machineChanges }

/** Names by which a host is asked for itself. */
const local: readonly string[] = ['.', 'localhost']

/** Hosts that a call names and that are not the lab's: they are never asked. */
export function outside({ view }: HyperVContext, call: Call): readonly string[] {
  const known = [...local, view.host.name.toLowerCase()]
  return (textsOf(call, 'ComputerName') ?? []).filter((name) => !known.includes(name.toLowerCase()))
}
