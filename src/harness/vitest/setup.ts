import { inject, test } from 'vitest'
import type { Scenario } from '../definition.ts'
import { collectInto } from '../registry.ts'
import { resolveSelfImport } from '../self-import.ts'
import { openLabSource } from '../sources/lab.ts'
import { tell } from '../story/tell.ts'
import './provided.ts'

/** Runs in each worker: every scenario that a suite file declares becomes one Vitest test for each creating interface. */
const { seed, creators, source: options } = inject('snapcheck')

resolveSelfImport()
collectInto((scenario: Scenario) => {
  for (const creator of creators) {
    const key = `${scenario.definition.id}/${creator}`
    test(key, async ({ task }) => {
      const source = await openLabSource({ seed, key, faults: options.faults, vm: scenario.definition.vm })
      try {
        task.meta.telling = await tell({ scenario, creator, source, seed })
      } finally {
        await source.close()
      }
    })
  }
})
