import type { Answer } from '../answer.ts'
import { givenOf, textsOf, type Call } from '../call.ts'
import type { Behaviours } from '../behaviour.ts'
import { outside } from '../refusals.ts'
import { changes } from './changes.ts'
import type { VmmCmdletContext } from './context.ts'
import { serverNames } from './objects.ts'
import { reads } from './reads.ts'

export const vmmCmdlets: Behaviours<VmmCmdletContext> = { ...reads, ...changes }

/** A VMM server that is not the lab's is never asked. */
export function refusals(_context: VmmCmdletContext, call: Call): readonly Answer[] {
  const named = [...(textsOf(call, 'ComputerName') ?? []), ...(givenOf(call, 'VMMServer') ?? []).map(({ name }) => name)]
  const elsewhere = named.filter((name) => !serverNames.includes(name.toLowerCase()))
  return elsewhere.length === 0 ? [] : [outside(elsewhere)]
}
