import { SnapcheckError } from '../foundation/errors.ts'
import type { ScenarioBody, ScenarioDefinition } from './definition.ts'
import { currentCollector } from './registry.ts'

/** The most that a scenario file says about itself; the rest has defaults that fit most scenarios. */
export type ScenarioOptions = Pick<ScenarioDefinition, 'id' | 'title' | 'claims'> &
  Partial<Pick<ScenarioDefinition, 'needs' | 'safety' | 'radius' | 'profile' | 'vm' | 'creators'>>

const defaults = {
  needs: ['create', 'remove'],
  safety: 'writes',
  radius: 'vm',
  profile: 'core',
  vm: 'running',
} as const satisfies Partial<ScenarioDefinition>

/**
 * Declares a scenario. It is told once for each interface that can create, each time on a world (or VM) of its own.
 * @throws SNAPCHECK_SUITE_OUTSIDE_RUN when the file is executed by something other than `snapcheck`.
 */
export function scenario(options: ScenarioOptions, body: ScenarioBody): void {
  const collector = currentCollector()
  if (collector === undefined) {
    throw new SnapcheckError('SNAPCHECK_SUITE_OUTSIDE_RUN', `Scenario ${options.id} was declared outside a snapcheck run.`, {
      place: options.id,
      next: 'snapcheck run',
    })
  }
  collector({ definition: { ...defaults, ...options }, body })
}
