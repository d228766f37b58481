import { compareCheckpoints } from './changes.ts'
import { explained } from './explain.ts'
import {
  fates,
  type Diff,
  type DiffRow,
  type DiffSide,
  type Obstacle,
  type ShownCheckpoint,
  type ShownVm,
  type UnknownReason,
} from './model.ts'
import { obstaclesOf } from './obstacles.ts'
import { weakestOrigin } from './side-index.ts'

/**
 * What became of each checkpoint between two sets of files. It concludes `yes` or `no` only where the files prove it: a loss
 * or change that nothing accounts for is `no`; anything that cannot be told is `no-evidence`, also beside survivors.
 */
export function diffSides(before: DiffSide, after: DiffSide): Diff {
  const { vms: was } = before
  const { vms: is } = after
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  const found = keys.flatMap((key) => rowsOf(was.get(key), is.get(key), isWholeView(was.get(key), before, after)))
  const rows = explained(found, before, after).toSorted((one, other) => fates.indexOf(one.fate) - fates.indexOf(other.fate))
  const obstacles = [...before.obstacles, ...after.obstacles, ...obstaclesOf(rows, before, after)]
  return {
    rows,
    conclusion: conclusionOf(rows, obstacles),
    obstacles,
    origin: weakestOrigin([...was.values(), ...is.values()]),
    begun: before.begun,
    ended: after.ended,
  }
}

function conclusionOf(rows: readonly DiffRow[], obstacles: readonly Obstacle[]): Diff['conclusion'] {
  const isUnexplained = ({ fate, explanation }: DiffRow): boolean => (fate === 'lost' || fate === 'changed') && explanation === null
  // Where GUIDs were replaced for each recording, or the order is not known, a difference is no difference between two times.
  const isSound = obstacles.every(({ code }) => code !== 'placeholder-identities' && code !== 'order-unknown')
  if (isSound && rows.some(isUnexplained)) return 'no'
  return obstacles.length === 0 ? 'yes' : 'no-evidence'
}

/** A VM that is no longer listed is gone only where both sets list all that the same account is shown, through VMM, which knows every host. */
function isWholeView(shown: ShownVm | undefined, before: DiffSide, after: DiffSide): boolean {
  if (shown === undefined || shown.interface !== 'scvmm-powershell') return false
  const [was, is] = [before, after].map(({ coverage }) => coverage.filter((one) => one.interface === shown.interface))
  return is!.length > 0 && [...was!, ...is!].every(({ complete, scope }) => complete && scope === is![0]!.scope) && was!.length > 0
}

function rowsOf(was: ShownVm | undefined, is: ShownVm | undefined, isWhole: boolean): readonly DiffRow[] {
  const vm = (was ?? is)!
  const ids = new Set([...(was?.checkpoints.keys() ?? []), ...(is?.checkpoints.keys() ?? [])])
  return [...ids].map((checkpoint) => {
    const [before, after] = [was?.checkpoints.get(checkpoint), is?.checkpoints.get(checkpoint)]
    const name = (after ?? before)!.values.name ?? null
    const base = { interface: vm.interface, vm: vm.vm, vmName: (is ?? was)!.name, checkpoint, name, explanation: null }
    return { ...base, ...fateOf(before, after, is, isWhole) }
  })
}

type FateOfRow = Pick<DiffRow, 'fate' | 'changes' | 'notShown' | 'reason'>
const plainly = (fate: DiffRow['fate'], reason: UnknownReason | null = null): FateOfRow => ({ fate, changes: [], notShown: [], reason })

function fateOf(
  before: ShownCheckpoint | undefined,
  after: ShownCheckpoint | undefined,
  is: ShownVm | undefined,
  isWhole: boolean,
): FateOfRow {
  if (before === undefined) return plainly('new')
  if (after !== undefined) {
    const compared = compareCheckpoints(before, after)
    return { ...plainly(compared.changes.length === 0 ? 'survived' : 'changed'), ...compared }
  }
  if (is === undefined) return isWhole ? plainly('lost') : plainly('unknown', 'vm-not-shown')
  return is.witness ? plainly('lost') : plainly('unknown', 'no-witness')
}
