import { pathToFileURL } from 'node:url'
import type { Scenario } from './definition.ts'
import { ownSuites } from './places.ts'
import { collectInto } from './registry.ts'
import { resolveSelfImport } from './self-import.ts'

/** Reads the suites without running anything: every scenario with its definition, sorted by id. */
export async function collectScenarios(): Promise<readonly Scenario[]> {
  const scenarios: Scenario[] = []
  resolveSelfImport()
  collectInto((scenario) => void scenarios.push(scenario))
  for (const suite of ownSuites()) await import(pathToFileURL(suite).href)
  return scenarios.toSorted((a, b) => (a.definition.id < b.definition.id ? -1 : 1))
}
