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
export type {
  Acts,
  BlastRadius,
  InsideChange,
  Made,
  Safety,
  ScenarioBody,
  ScenarioDefinition,
  Teller,
  VmNeed,
} from './harness/definition.ts'
export type { Guid } from './checkpoint/guid.ts'
export type { InterfaceId } from './checkpoint/interface-id.ts'
export type { NewCheckpoint, Operation, ReadExtra } from './interfaces/port.ts'
export type { CheckpointType, VmState } from './checkpoint/vm.ts'
export { defineConfig } from './configuration/define-config.ts'
export type { SnapcheckConfig } from './configuration/schema/schema.ts'
export type { MeasurementName } from './checkpoint/measurement.ts'
