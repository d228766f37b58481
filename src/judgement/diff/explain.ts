import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import type { Json } from '../../foundation/json.ts'
import type { JobEffect } from '../../products/vmm/jobs.ts'
import { isBackupKind } from '../story/kind-of.ts'
import { jobFinder } from './jobs.ts'
import type { Change, DiffRow, DiffSide, Explanation, ShownCheckpoint, ShownVm, VmmJob } from './model.ts'
import { keyOf } from './side-index.ts'

interface Shown {
  readonly before: ShownVm | undefined
  readonly after: ShownVm | undefined
}

/** Says of each row what in the files accounts for it; what nothing accounts for keeps null. */
export function explained(rows: readonly DiffRow[], before: DiffSide, after: DiffSide): readonly DiffRow[] {
  const jobs = jobFinder(before, after)
  const alike = Map.groupBy(rows, likeness)

  function job(effect: JobEffect, row: DiffRow): Explanation | undefined {
    const found = jobs.find(effect, row, alike.get(likeness(row))!.length)
    return found === undefined ? undefined : { by: 'job', sentence: jobSentence(found) }
  }

  function ofLost(row: DiffRow, shown: Shown): Explanation | undefined {
    const own = job('removes', row) ?? backup(shown.before?.checkpoints.get(row.checkpoint))
    // One removal of the VM takes all of its checkpoints along, however many they are.
    return own ?? (shown.after === undefined ? vmRemoved(row) : undefined)
  }

  function vmRemoved({ vm }: DiffRow): Explanation | undefined {
    const found = jobs.find('removes-vm', { vm, checkpoint: vm }, 1)
    return found === undefined ? undefined : { by: 'job', sentence: `${jobSentence(found)} It removed the VM.` }
  }

  function ofNew(row: DiffRow, { before: vm, after: now }: Shown): Explanation | undefined {
    const made = now?.checkpoints.get(row.checkpoint)
    const own = job('makes', row) ?? backup(made)
    if (own !== undefined) return own
    const stated = statedBetween(made, before, after)
    if (stated !== undefined) {
      return { by: 'made-between', sentence: `${stated} lies between the two sets: it was made or taken in then, by whom is not told.` }
    }
    return vm === undefined ? { by: 'vm-not-shown-before', sentence: 'The first set does not show its VM at all.' } : undefined
  }

  function ofChanged(row: DiffRow, shown: Shown): Explanation | undefined {
    const found = row.changes.map((change) => ofChange(change, row, shown))
    if (!found.every((one) => one !== undefined)) return undefined
    return { by: found[0]!.by, sentence: [...new Set(found.map(({ sentence }) => sentence))].join(' ') }
  }

  function ofChange(change: Change, row: DiffRow, shown: Shown): Explanation | undefined {
    if (change.property === 'name' || change.property === 'comment') return job('edits', row)
    return change.property === 'parent' ? parentGone(change, shown) : undefined
  }

  /** A removal hangs the children below the parent of what was removed (C-078); several removals pass on through all of them. */
  function parentGone({ before: former, after: current }: Change, shown: Shown): Explanation | undefined {
    const gone: Guid[] = []
    let parent = guidIn(former)
    while (parent !== null && !gone.includes(parent) && shown.after?.checkpoints.has(parent) === false) {
      gone.push(parent)
      parent = guidIn(shown.before?.checkpoints.get(parent)?.values.parent)
    }
    return gone.length > 0 && parent === guidIn(current)
      ? { by: 'parent-gone', sentence: `It moved up, because ${gone.join(' and ')} above it is gone.` }
      : undefined
  }

  const explainers: Readonly<Partial<Record<DiffRow['fate'], (row: DiffRow, shown: Shown) => Explanation | undefined>>> = {
    lost: ofLost,
    new: ofNew,
    changed: ofChanged,
    // The VM is not shown any more: a job that removed it makes that a loss, and an explained one.
    unknown: (row) => (row.reason === 'vm-not-shown' ? vmRemoved(row) : undefined),
  }
  return rows.map((row) => {
    const explanation = explainers[row.fate]?.(row, { before: before.vms.get(keyOf(row)), after: after.vms.get(keyOf(row)) })
    if (explanation === undefined) return row
    return row.fate === 'unknown' ? { ...row, fate: 'lost', reason: null, explanation } : { ...row, explanation }
  })
}

/** Rows that one job could be about. */
function likeness({ interface: reader, vm, fate }: DiffRow): string {
  return `${reader} ${vm} ${fate}`
}

function jobSentence({ cmdlet, id, ended }: VmmJob): string {
  return `VMM job ${cmdlet} (${id}) ended at ${ended}.`
}

function backup(checkpoint: ShownCheckpoint | undefined): Explanation | undefined {
  return isBackupKind(checkpoint?.values.kind)
    ? { by: 'backup', sentence: 'It is a recovery checkpoint: a backup makes and removes it.' }
    : undefined
}

/** AddedTime may be that of an import (recorded, 2017). */
function statedBetween(checkpoint: ShownCheckpoint | undefined, { ended }: DiffSide, { ended: to }: DiffSide): string | undefined {
  const made = checkpoint?.made ?? null
  if (made === null || ended === null || to === null) return undefined
  return made >= ended && made <= to ? `Its time ${made}` : undefined
}

function guidIn(value: Json | undefined): Guid | null {
  return typeof value === 'string' ? (parseGuid(value) ?? null) : null
}
