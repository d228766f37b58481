import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { ScenarioDefinition } from '../definition.ts'
import { creatorsOf } from '../select.ts'
import type { Provided } from '../vitest/provided.ts'
import { openLabSource } from './lab.ts'
import { openLiveSource } from './live.ts'
import type { Source } from './source.ts'

/** One telling of a scenario that is to come. */
export interface ComingTelling {
  readonly key: string
  readonly creator: InterfaceId
  open(): Promise<Source>
}

/** Every telling of one scenario: in the lab one for each creating interface, on live endpoints as they were assigned. */
export function tellingsOf(
  definition: ScenarioDefinition,
  { seed, creators, source }: Pick<Provided, 'seed' | 'creators' | 'source'>,
): readonly ComingTelling[] {
  const { id, vm, safety } = definition
  if (source.kind === 'lab') {
    return creatorsOf(definition, creators).map((creator) => {
      const key = `${id}/${creator}`
      return { key, creator, open: () => openLabSource({ seed, key, faults: source.faults, vm }) }
    })
  }
  return source.assignments
    .filter(({ scenario }) => scenario === id)
    .map(({ key, creator, target }) => ({ key, creator, open: () => openLiveSource({ run: source.run, target, key, creator, safety }) }))
}
