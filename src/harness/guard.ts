import type { Guid } from '../checkpoint/guid.ts'
import { SnapcheckError } from '../foundation/errors.ts'
import { changingMeasurements } from '../checkpoint/measurement.ts'
import type { CheckpointInterface, Probes } from '../interfaces/port.ts'
import { safeties, type Safety } from './definition.ts'
import { isLockedObject } from './ownership/locked-object.ts'

type Method = {
  [Key in keyof CheckpointInterface]-?: NonNullable<CheckpointInterface[Key]> extends (...given: never[]) => unknown ? Key : never
}[keyof CheckpointInterface]

/** What each method of the port does to a product: one without an entry here does not compile. */
const rightOf = {
  identify: 'reads',
  read: 'reads',
  readTree: 'reads',
  hostTime: 'reads',
  close: 'reads',
  create: 'writes',
  rename: 'writes',
  setComment: 'writes',
  restore: 'writes',
  remove: 'writes',
  removeSubtree: 'writes',
  setCheckpointType: 'writes',
  setVmState: 'writes',
  setVmNotes: 'writes',
} as const satisfies Record<Method, Safety>

type ChangingMethod = { [Key in Method]: (typeof rightOf)[Key] extends 'reads' ? never : Key }[Method]

/** The methods that change something; the VM is the first thing that each of them takes. */
const changing = (Object.keys(rightOf) as Method[]).filter((method): method is ChangingMethod => rightOf[method] !== 'reads')

/** What a run on live endpoints may do. */
export interface Permit {
  /** What `--allow` opens. */
  readonly allow: Safety
  /** VMs that the configuration lists as disposable, by Hyper-V GUID. */
  readonly disposable: ReadonlySet<Guid>
  /** Counts the checkpoint that is about to be created, for the whole run; false where that would be more than the ceiling. */
  countCreate(): boolean
  /** Takes one back that SCVMM refused while another job held the VM: nothing was made, and it is asked for again. */
  uncountCreate(): void
  /** For the message. */
  readonly ceiling: number
}

export function opens(allow: Safety, wanted: Safety): boolean {
  return safeties.indexOf(wanted) <= safeties.indexOf(allow)
}

/** Throws where a change must not be sent. */
type Refuse = (change: Change, vm: Guid) => void

/**
 * The one place where it is decided whether a change may reach a live product: every changing method asks before anything
 * is sent. @throws SNAPCHECK_NOT_ALLOWED, SNAPCHECK_NOT_DISPOSABLE, SNAPCHECK_CEILING
 */
export function guarded(through: CheckpointInterface, permit: Permit): CheckpointInterface {
  const asked = asking(through, (change, vm) => refuseUnpermitted(change, vm, through, permit))
  return { ...asked, create: (vm, wanted) => uncountingWhatWasLocked(asked.create(vm, wanted), permit) }
}

async function uncountingWhatWasLocked<Made>(creating: Promise<Made>, permit: Permit): Promise<Made> {
  try {
    return await creating
  } catch (error) {
    if (isLockedObject(error)) permit.uncountCreate()
    throw error
  }
}

/**
 * Holds a scenario to what it declares, on every source: what says that it reads is told on any VM and without a journal.
 * @throws SNAPCHECK_SAFETY_UNDECLARED before anything is sent.
 */
export function withinDeclared(through: CheckpointInterface, safety: Safety): CheckpointInterface {
  return asking(through, ({ name, right }, vm) => {
    if (opens(safety, right)) return
    throw new SnapcheckError('SNAPCHECK_SAFETY_UNDECLARED', `Nothing was sent: the scenario declares ${safety}, and ${name} ${right}.`, {
      place: `${through.id}, ${name} on the VM ${vm}`,
      observed: `safety: ${safety}`,
      expected: `safety: ${right}`,
      next: 'snapcheck explain SNAPCHECK_SAFETY_UNDECLARED',
    })
  })
}

function asking(through: CheckpointInterface, refuse: Refuse): CheckpointInterface {
  const guard = (method: ChangingMethod) => {
    const inner = through[method] as (vm: Guid, ...rest: readonly unknown[]) => Promise<unknown>
    return async (vm: Guid, ...rest: readonly unknown[]): Promise<unknown> => {
      refuse({ name: method, right: rightOf[method] }, vm)
      return inner(vm, ...rest)
    }
  }
  const guards = Object.fromEntries(changing.map((method) => [method, guard(method)]))
  const probes = through.probes === undefined ? {} : { probes: guardedProbes(through.probes, refuse) }
  return { ...through, ...(guards as unknown as Pick<CheckpointInterface, ChangingMethod>), ...probes }
}

/** Some probes change a checkpoint of ours, if only to what it is; they ask like any other change. */
function guardedProbes(probes: Probes, refuse: Refuse): Probes {
  const guard = ([name, probe]: [string, Probe]): readonly [string, Probe] => [
    name,
    async (vm, checkpoint) => {
      if (changingMeasurements.some((changing) => changing === name)) refuse({ name: `probe ${name}`, right: 'writes' }, vm)
      return probe(vm, checkpoint)
    },
  ]
  return Object.fromEntries((Object.entries(probes) as [string, Probe][]).map(guard)) as Probes
}

type Probe = (vm: Guid, checkpoint: Guid) => Promise<unknown>

interface Change {
  readonly name: string
  readonly right: Safety
}

function refuseUnpermitted({ name, right }: Change, vm: Guid, { id }: CheckpointInterface, permit: Permit): void {
  const place = `${id}, ${name} on the VM ${vm}`
  if (!opens(permit.allow, right)) {
    throw new SnapcheckError('SNAPCHECK_NOT_ALLOWED', `Nothing was sent: ${name} is not allowed in this run.`, {
      place,
      observed: `--allow ${permit.allow}`,
      expected: `--allow ${right}`,
      next: `snapcheck run --source live --allow ${right} --dry-run`,
    })
  }
  if (!permit.disposable.has(vm)) {
    throw new SnapcheckError('SNAPCHECK_NOT_DISPOSABLE', `Nothing was sent: the VM ${vm} is not listed as disposable.`, {
      place,
      observed: [...permit.disposable].join(', ') || 'no disposable VM',
      expected: 'the GUID of this VM with disposable: true',
      next: 'snapcheck check --print-config',
    })
  }
  if (name === 'create' && !permit.countCreate()) {
    throw new SnapcheckError('SNAPCHECK_CEILING', `Nothing was sent: this run may create ${permit.ceiling} checkpoints, and has.`, {
      place,
      observed: `${permit.ceiling} created`,
      expected: 'at most the ceiling',
      next: 'select fewer scenarios, or raise --ceiling',
    })
  }
}
