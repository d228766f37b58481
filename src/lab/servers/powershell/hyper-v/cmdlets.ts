import { isXmlText } from '../../../../protocols/xml/write.ts'
import type { Answer } from '../answer.ts'
import { textOf, textsOf, type Call } from '../call.ts'
import type { Behaviours } from '../behaviour.ts'
import { outside } from '../refusals.ts'
import { hyperVError, type HyperVContext } from './context.ts'
import { machineChanges } from './machines.ts'
import { reads } from './reads.ts'
import { snapshotChanges } from './snapshots.ts'

export const hyperVCmdlets: Behaviours<HyperVContext> = { ...reads, ...snapshotChanges, ...machineChanges }

/** Names by which a host is asked for itself. */
const local: readonly string[] = ['.', 'localhost']

/** Texts that go to the host. */
const stored = ['SnapshotName', 'NewName', 'NewVMName', 'Notes'] as const

/** A host that is not the lab's is never asked; and what XML cannot hold is refused, since no other interface could show it (assumed). */
export function refusals({ view }: HyperVContext, call: Call): readonly Answer[] {
  const known = [...local, view.host.name.toLowerCase()]
  const elsewhere = (textsOf(call, 'ComputerName') ?? []).filter((name) => !known.includes(name.toLowerCase()))
  if (elsewhere.length > 0) return [outside(elsewhere)]
  const unfit = stored.find((name) => !isXmlText(textOf(call, name) ?? ''))
  return unfit === undefined ? [] : [hyperVError(call, 'invalidArgument', `${unfit} has a character that the host does not store.`)]
}
