import type { Guid } from '../../checkpoint/guid.ts'
import { checkpointJobs, type JobEffect } from '../../products/vmm/jobs.ts'
import type { DiffRow, DiffSide, VmmJob } from './model.ts'

const effects: ReadonlyMap<string, JobEffect> = new Map(checkpointJobs.map(({ cmdlet, effect }) => [cmdlet, effect]))

/** Finds the job that accounts for what happened to a checkpoint. */
export interface JobFinder {
  /**
   * A job that names the checkpoint; or one that names only its VM, where there are at least as many as `alike`, the rows of
   * that VM to which the same happened: which of them a single job was about could not be told.
   */
  find(effect: JobEffect, row: Pick<DiffRow, 'vm' | 'checkpoint'>, alike: number): VmmJob | undefined
}

/** Over jobs of both sets that completed between the first look of the first and the last look of the second. */
export function jobFinder(before: DiffSide, after: DiffSide): JobFinder {
  const ids = databaseIds([before, after])
  const byTarget = new Map<string, VmmJob[]>()
  for (const job of jobsBetween(before, after)) {
    for (const target of job.targets) byTarget.set(target, [...(byTarget.get(target) ?? []), job])
  }
  const naming = (object: Guid, effect: JobEffect): readonly VmmJob[] => {
    const found = [...(ids.get(object) ?? [])].flatMap((id) => byTarget.get(id) ?? [])
    return [...new Set(found)].filter(({ cmdlet }) => effects.get(cmdlet) === effect)
  }
  return {
    find(effect, { vm, checkpoint }, alike) {
      const [own] = naming(checkpoint, effect)
      if (own !== undefined) return own
      const ofVm = naming(vm, effect)
      return ofVm.length >= alike ? ofVm[0] : undefined
    },
  }
}

/** `Completed` is the status of a job that did what it was for (powershell-cmdlets.md section 2.3, observed). */
function jobsBetween(before: DiffSide, after: DiffSide): readonly VmmJob[] {
  const { begun } = before
  const { ended } = after
  if (begun === null || ended === null) return []
  const all = new Map([...before.jobs, ...after.jobs].map((job) => [job.id, job]))
  return [...all.values()].filter((job) => job.status === 'Completed' && job.ended !== null && job.ended >= begun && job.ended <= ended)
}

/** Jobs name VMs and checkpoints by VMM's own ids; an object that was taken into VMM again has another one. */
function databaseIds(sides: readonly DiffSide[]): ReadonlyMap<Guid, ReadonlySet<string>> {
  const ids = new Map<Guid, Set<string>>()
  const add = (object: Guid, id: string | null): void => {
    if (id !== null) ids.set(object, (ids.get(object) ?? new Set()).add(id))
  }
  for (const { vm, databaseId, checkpoints } of sides.flatMap(({ vms }) => [...vms.values()])) {
    add(vm, databaseId)
    for (const [id, { values }] of checkpoints) add(id, typeof values.databaseId === 'string' ? values.databaseId : null)
  }
  return ids
}
