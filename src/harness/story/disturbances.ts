import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Json } from '../../foundation/json.ts'
import type { Disturbance, Story, View } from '../../judgement/observation.ts'
import type { Ownership } from '../ownership/ownership.ts'
import { decide } from '../ownership/ledger.ts'
import { authoritiesIn, type Circumstances, type Environment } from './environment.ts'

export interface Around {
  readonly before: Environment
  readonly after: Environment
  readonly ownership: Ownership
}

/** One moment at which an authority showed the VM; stage -1 is before the story, infinity after it. */
interface Moment {
  readonly stage: number
  readonly ids: ReadonlySet<Guid>
  readonly vmState: Json | undefined
  readonly host: Json | undefined
}

type Found = Omit<Disturbance, 'id' | 'interface' | 'vm'>

/**
 * What somebody else did on the VM while the story was told, as the host shows it: what neither the story nor the journal
 * accounts for. A VMM server shows late what happened earlier, so it is asked only where no host can be.
 */
export function disturbancesOf(story: Story, vm: Guid, around: Around): readonly Disturbance[] {
  const found = authoritiesIn(around.before).flatMap((id) => {
    const moments = momentsOf(id, story, around)
    return [...comings(moments, around), ...goings(moments, story, around), ...changes(moments, story), ...jobs(id, around)].map(
      (each) => ({
        ...each,
        interface: id,
        vm,
      }),
    )
  })
  return found.map((each, index) => ({ id: `${story.scenario}/disturbance/${index + 1}`, ...each }))
}

function momentsOf(id: InterfaceId, { views }: Story, { before, after }: Around): readonly Moment[] {
  const around = (environment: Environment, stage: number): readonly Moment[] => {
    const shown = environment.get(id)
    return shown === undefined ? [] : [momentIn(shown, stage)]
  }
  const during = views.filter((view) => view.interface === id && view.observations.vmId !== undefined)
  return [...around(before, -1), ...during.map(momentOf), ...around(after, Number.MAX_SAFE_INTEGER)]
}

function momentIn({ standing, vmState, host }: Circumstances, stage: number): Moment {
  return { stage, ids: new Set(standing.map((each) => each.id)), vmState, host }
}

function momentOf({ stage, checkpoints, observations }: View): Moment {
  return {
    stage,
    ids: new Set(checkpoints.flatMap((each) => each.id ?? [])),
    vmState: observations.vmState?.form === 'value' ? observations.vmState.normalised : undefined,
    host: observations.host?.form === 'value' ? observations.host.normalised : undefined,
  }
}

/** Each moment with the one before it. */
function steps(moments: readonly Moment[]): readonly (readonly [Moment, Moment])[] {
  return moments.slice(1).map((now, index) => [moments[index]!, now])
}

function comings(moments: readonly Moment[], { before, after, ownership }: Around): readonly Found[] {
  const shownAfter = [...after.values()].flatMap(({ standing }) => standing)
  const decisions = decide(ownership.ledger, shownAfter)
  const known = new Set([...before.values()].flatMap(({ standing }) => standing.map(({ id }) => id)))
  const isForeign = (id: Guid): boolean => !known.has(id) && !ownership.ledger.created.has(id) && decisions.get(id) !== 'ours'
  const seen = new Set<Guid>()
  return steps(moments).flatMap(([earlier, now]) =>
    [...now.ids]
      .filter((id) => isForeign(id) && !seen.has(id))
      .map((id) => {
        seen.add(id)
        return { kind: 'checkpoint-appeared', from: earlier.stage + 1, checkpoint: id, before: null, after: id }
      }),
  )
}

/**
 * What was there before and is not any more. What the story itself made and did not remove has gone by somebody else's hand
 * only where nothing was done in between: otherwise it is the product that has to answer for it.
 */
function goings(moments: readonly Moment[], { acts }: Story, { before, ownership }: Around): readonly Found[] {
  const known = new Set([...before.values()].flatMap(({ standing }) => standing.map(({ id }) => id)))
  const { created, removed } = ownership.ledger
  return steps(moments).flatMap(([earlier, now]) => {
    const isQuiet = !acts.some(({ stage }) => stage > earlier.stage && stage < now.stage)
    return [...earlier.ids]
      .filter((id) => !now.ids.has(id) && (known.has(id) || (isQuiet && created.has(id) && !removed.has(id))))
      .map((id) => ({ kind: 'checkpoint-vanished', from: earlier.stage + 1, checkpoint: id, before: id, after: null }))
  })
}

/** A story that moves the VM, or has somebody moved in its guest, accounts for what changes there. */
function changes(moments: readonly Moment[], { acts }: Story): readonly Found[] {
  const moving = acts.some(({ action }) => action === 'restore' || action === 'set-vm-state' || action === 'inside')
  return steps(moments).flatMap(([earlier, now]): readonly Found[] => [
    ...(moving ? [] : changed('vm-state-changed', earlier, earlier.vmState, now.vmState)),
    ...changed('owner-node-changed', earlier, earlier.host, now.host),
  ])
}

function changed(kind: Found['kind'], { stage }: Moment, before: Json | undefined, after: Json | undefined): readonly Found[] {
  if (before === undefined || after === undefined || before === after) return []
  return [{ kind, from: stage + 1, checkpoint: null, before, after }]
}

/** Before the story nothing of ours can be going on. */
function jobs(id: InterfaceId, { before }: Around): readonly Found[] {
  const busy = before.get(id)?.busy ?? null
  return busy === null ? [] : [{ kind: 'job-running', from: 0, checkpoint: null, before: busy, after: null }]
}
