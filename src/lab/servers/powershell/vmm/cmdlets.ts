import { givenOf, textsOf, type Call } from '../call.ts'
import type { Behaviours } from '../behaviour.ts'
import { changes } from './changes.ts'
import type { VmmCmdletContext } from './context.ts'
import { serverNames } from './objects.ts'
import { reads } from './reads.ts'

export const vmmCmdlets: Behaviours<VmmCmdletContext> = { ...reads, ...changes }

/** VMM servers that a call names and that are not the lab's: they are never asked. */
export function outside(_context: VmmCmdletContext, call: Call): readonly string[] {
  const named = [...(textsOf(call, 'ComputerName') ?? []), ...(givenOf(call, 'VMMServer') ?? []).map(({ name }) => name)]
  return named.filter((name) => !serverNames.includes(name.toLowerCase()))
}
