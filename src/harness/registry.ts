import type { Scenario } from './definition.ts'

/**
 * Where `scenario()` puts what a suite file declares. The slot is found by a registered symbol, so that a suite which
 * imports another copy of the package (a user's own beside the running one) still reaches the runner.
 */
const slot = Symbol.for('snapcheck.scenario-collector')

export type Collector = (scenario: Scenario) => void

export function collectInto(collector: Collector): void {
  Reflect.set(globalThis, slot, collector)
}

export function currentCollector(): Collector | undefined {
  const collector: unknown = Reflect.get(globalThis, slot)
  return typeof collector === 'function' ? (collector as Collector) : undefined
}
