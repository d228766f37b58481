/**
 * The public entry of snapcheck: what a suite file imports. Everything here follows semantic versioning.
 * @example
 * ```ts
 * import { scenario } from 'snapcheck'
 *
 * scenario({ id: 'visibility.one', title: 'One checkpoint is visible everywhere', claims: ['C-010', 'C-012'] }, async (story) => {
 *   await story.look('before')
 *   await story.create('create it', { name: story.text('one') })
 *   await story.look('after')
 * })
 * ```
 */
export { scenario, type ScenarioOptions } from './harness/scenario.ts'
export type { BlastRadius, Made, Safety, ScenarioBody, ScenarioDefinition, Teller } from './harness/definition.ts'
export type { Guid } from './checkpoint/guid.ts'
export type { InterfaceId } from './checkpoint/interface-id.ts'
export type { Operation } from './interfaces/port.ts'
