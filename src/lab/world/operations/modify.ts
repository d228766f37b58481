import type { Guid } from '../../../checkpoint/guid.ts'
import { jobTypes, type JobFailure } from '../jobs.ts'
import { refusals } from '../refusals.ts'
import { worldRules } from '../rules.ts'
import { refused, type OperationContext, type Started } from './context.ts'
import { nameProblem } from './names.ts'

/** What is left out stays as it is. */
export interface SettingsChange {
  readonly elementName?: string
  readonly notes?: readonly string[]
  /** Names of values that came along and cannot be changed: the job then ends in an exception (hyperv-wmi-v2.md section 4, observed). */
  readonly readOnly?: readonly string[]
}

/** Renames, or writes Notes of, a VM or a checkpoint by the GUID of its settings. */
export function modifySettings(context: OperationContext, settings: Guid, change: SettingsChange): Started {
  const { store } = context
  const vm = store.vm(settings)?.id ?? store.checkpoint(settings)?.vm
  if (vm === undefined) return refused('no-such-settings')
  const problem = change.elementName === undefined ? undefined : nameProblem(change.elementName)
  if (problem !== undefined) return refused(problem)
  const job = context.jobs.start({
    jobType: jobTypes.modify,
    vm,
    durationMs: worldRules.modifyDuration.value,
    work: () => readOnlyFailure(change) ?? write(context, settings, change),
  })
  return { job }
}

function write(context: OperationContext, settings: Guid, { elementName, notes }: SettingsChange): readonly [] | JobFailure {
  const { store, notify } = context
  const changed = { ...(elementName === undefined ? {} : { name: elementName }), ...(notes === undefined ? {} : { notes }) }
  const checkpoint = store.checkpoint(settings)
  if (checkpoint !== undefined) {
    store.putCheckpoint({ ...checkpoint, ...changed })
    notify({ kind: 'checkpoint-changed', vm: checkpoint.vm, checkpoint: checkpoint.id })
    return []
  }
  const vm = store.vm(settings)
  if (vm === undefined) return { code: refusals['no-such-settings'].code, description: refusals['no-such-settings'].why }
  store.putVm({ ...vm, ...changed, configurationChangedAt: context.clock.now() })
  notify({ kind: 'vm-changed', vm: vm.id, checkpoint: null })
  return []
}

/** The code is assumed: only the exception itself was observed. */
function readOnlyFailure({ readOnly = [] }: SettingsChange): JobFailure | undefined {
  return readOnly.length === 0 ? undefined : { code: 32773, description: `These values cannot be changed: ${readOnly.join(', ')}.` }
}
