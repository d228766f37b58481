import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { realClock } from '../../foundation/clock.ts'
import { guidSequence } from '../../foundation/seed.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import { evidenceStore } from '../../recording/evidence.ts'
import type { Safety } from '../definition.ts'
import { guarded, type Permit } from '../guard.ts'
import { connectHost, connectVmm, type Connecting } from '../live/connect.ts'
import { interfacesOf, labelOf, type VmTarget } from '../live/target.ts'
import { openJournal } from '../ownership/journal/open.ts'
import type { Ownership } from '../ownership/ownership.ts'
import { countCreate, lockVm, uncountCreate, type CommonState } from './common-state.ts'
import type { Patience, Source } from './source.ts'

/** What all tellings of one live run share. Plain data: it crosses to the workers. */
export interface LiveRun {
  /** Made up for each run. */
  readonly runId: string
  readonly targets: readonly VmTarget[]
  readonly allow: Safety
  readonly ceiling: number
  readonly patience: Patience
  /** The folder in which what is made is written down. */
  readonly journal: string
  readonly common: CommonState
}

export interface LiveSourceOptions {
  readonly run: LiveRun
  /** Index of the VM among the targets. */
  readonly target: number
  readonly key: string
  readonly creator: InterfaceId
  readonly safety: Safety
}

/**
 * One configured VM, reached through everything that the configuration names for it, on the real clock. Nobody else of
 * this run works on it meanwhile; where something will be changed, no other run either, and it is written down.
 * @throws SNAPCHECK_VM_IN_USE
 */
export async function openLiveSource(options: LiveSourceOptions): Promise<Source> {
  const { run, target: index, key } = options
  const target = run.targets[index]!
  const evidence = evidenceStore()
  const connecting: Connecting = { clock: realClock, evidence, nextId: guidSequence(run.runId, key, 'message') }
  const permit = permitOf(run)
  const release = await lockVm(run.common, index)
  try {
    return {
      clock: realClock,
      vm: target.vm,
      patience: run.patience,
      evidence,
      participants: Object.fromEntries(interfacesOf(target).map((id) => [id, `${id} ${labelOf(target, id)}`])),
      ...ownershipOf(options, target),
      open: () => sessionsOn(target, connecting).map((through) => guarded(through, permit)),
      close: async () => release(),
    }
  } catch (error) {
    release()
    throw error
  }
}

export function sessionsOn({ host, vmm }: Pick<VmTarget, 'host' | 'vmm'>, connecting: Connecting): readonly CheckpointInterface[] {
  return [...(host === null ? [] : [connectHost(host, connecting)]), ...(vmm === null ? [] : [connectVmm(vmm, connecting)])]
}

function permitOf({ targets, allow, ceiling, common }: LiveRun): Permit {
  const disposable = new Set<Guid>(targets.filter((target) => target.disposable).map(({ vm }) => vm))
  return { allow, disposable, ceiling, countCreate: () => countCreate(common, ceiling), uncountCreate: () => uncountCreate(common) }
}

/** Who only looks makes nothing, so needs no journal, and may look while another run works. */
function ownershipOf({ run, key, creator, safety }: LiveSourceOptions, target: VmTarget): { readonly ownership?: Ownership } {
  if (safety === 'reads' || safety === 'refreshes') return {}
  const place = (id: InterfaceId) => ({ interface: id, endpoint: labelOf(target, id) })
  return {
    ownership: openJournal({
      folder: run.journal,
      run: run.runId,
      telling: key,
      vm: target.vm,
      creator: place(creator),
      places: interfacesOf(target).map(place),
      now: realClock.now(),
    }),
  }
}
