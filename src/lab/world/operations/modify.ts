import type { Guid } from '../../../checkpoint/guid.ts'
import type { CheckpointType } from '../model.ts'
import { jobTypes, type JobFailure } from '../jobs.ts'
import { refusals } from '../refusals.ts'
import { worldRules } from '../rules.ts'
import { refused, type OperationContext, type Started } from './context.ts'
import { fittingName } from './names.ts'

/** What is left out stays as it is. */
export interface SettingsChange {
  readonly elementName?: string
  readonly notes?: readonly string[]
  /** Of a VM only: of a checkpoint it is what was. */
  readonly checkpointType?: CheckpointType
  /** Names of values that came along and cannot be changed: the job then ends in an exception (hyperv-wmi-v2.md section 4, observed). */
  readonly readOnly?: readonly string[]
}

/** Renames, or writes Notes of, a VM or a checkpoint by the GUID of its settings. */
export function modifySettings(context: OperationContext, settings: Guid, change: SettingsChange): Started {
  const { store } = context
  const vm = store.vm(settings)?.id ?? store.checkpoint(settings)?.vm
  if (vm === undefined) return refused('no-such-settings')
  const fitting = change.elementName === undefined ? undefined : fittingName(change.elementName, context.switches.longNames)
  if (fitting?.problem !== undefined) return refused(fitting.problem)
  const job = context.jobs.start({
    jobType: jobTypes.modify,
    vm,
    durationMs: worldRules.modifyDuration.value,
    work: () =>
      readOnlyFailure(context, settings, change) ?? write(context, settings, { ...change, ...(fitting && { elementName: fitting.name }) }),
  })
  return { job }
}

function write(
  context: OperationContext,
  settings: Guid,
  { elementName, notes, checkpointType }: SettingsChange,
): readonly [] | JobFailure {
  const { store, notify, effects } = context
  const changed = { ...(elementName === undefined ? {} : { name: elementName }), ...(notes === undefined ? {} : { notes }) }
  const checkpoint = store.checkpoint(settings)
  if (checkpoint !== undefined) {
    store.putCheckpoint(effects.hostKeeps({ ...checkpoint, ...changed }, checkpoint))
    notify({ kind: 'checkpoint-changed', vm: checkpoint.vm, checkpoint: checkpoint.id })
    return []
  }
  const vm = store.vm(settings)
  if (vm === undefined) return { code: refusals['no-such-settings'].code, description: refusals['no-such-settings'].why }
  const type = checkpointType === undefined ? {} : { checkpointType }
  store.putVm({ ...vm, ...changed, ...type, configurationChangedAt: context.clock.now() })
  notify({ kind: 'vm-changed', vm: vm.id, checkpoint: null })
  return []
}

/** The code is assumed: only the exception itself was observed. */
function readOnlyFailure(
  { store }: OperationContext,
  settings: Guid,
  { readOnly = [], checkpointType }: SettingsChange,
): JobFailure | undefined {
  const fixed = checkpointType !== undefined && store.checkpoint(settings) !== undefined ? [...readOnly, 'UserSnapshotType'] : readOnly
  return fixed.length === 0 ? undefined : { code: 32773, description: `These values cannot be changed: ${fixed.join(', ')}.` }
}
