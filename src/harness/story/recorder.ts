import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId, Origin } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { MeasurementName } from '../../checkpoint/measurement.ts'
import type { Json } from '../../foundation/json.ts'
import type { Act, ActFailure, Measurement, Story, View } from '../../judgement/observation.ts'
import { viewOf } from '../../judgement/view.ts'
import { evidenceOf } from '../../recording/trail.ts'
import type { VmNeed } from '../definition.ts'

export interface Participating {
  readonly interface: InterfaceId
  readonly participant: string
  readonly origin: Origin
}

/** Writes a story down, step by step. Stages count from 0; what happens between two looks shares no stage with them. */
export interface StoryRecorder {
  readonly story: Story
  nextStage(): number
  act(stage: number, who: Participating, act: Pick<Act, 'title' | 'action' | 'intended' | 'checkpoint'>, evidence: readonly string[]): void
  failedAct(stage: number, who: Participating, act: Pick<Act, 'title' | 'action' | 'intended' | 'checkpoint'>, error: unknown): void
  /** What is done while `work` runs is marked as attempted: a refusal of it is an answer. */
  attempting<Value>(work: () => Promise<Value>): Promise<Value>
  isAttempting(): boolean
  view(
    stage: number,
    who: Participating,
    seen: Pick<View, 'title' | 'settled' | 'awaitedMs' | 'witness' | 'evidence'> & { readonly reading: VmReading },
  ): View
  /** A look that failed: what was to be seen there is not absent but unknown. */
  unreadable(stage: number, who: Participating, title: string, error: unknown): void
  measurement(
    stage: number,
    who: Participating,
    probe: { readonly title: string; readonly name: MeasurementName; readonly value: Json; readonly evidence: readonly string[] },
  ): void
}

export function storyRecorder(scenario: string, vm: Guid, vmNeed: VmNeed): StoryRecorder {
  const acts: Act[] = []
  const views: View[] = []
  const measurements: Measurement[] = []
  let stages = 0
  let attempts = 0
  const attempted = (): Pick<Act, 'attempted'> => (attempts > 0 ? { attempted: true } : {})
  return {
    story: { scenario, vmNeed, acts, views, measurements },
    nextStage: () => stages++,
    act(stage, who, act, evidence) {
      acts.push({ id: `${scenario}/${stage}/${act.action}`, stage, vm, ...named(who), ...act, ...attempted(), result: 'done', evidence })
    },
    failedAct(stage, who, act, error) {
      const failure = failureOf(error)
      const result = noWay.includes(failure.code) ? 'unsupported' : 'failed'
      acts.push({
        id: `${scenario}/${stage}/${act.action}`,
        stage,
        vm,
        ...named(who),
        ...act,
        ...attempted(),
        result,
        failure,
        evidence: evidenceOf(error),
      })
    },
    isAttempting: () => attempts > 0,
    async attempting(work) {
      attempts++
      try {
        return await work()
      } finally {
        attempts--
      }
    },
    measurement(stage, who, probe) {
      const id = `${scenario}/${stage}/${who.interface}/${probe.name}`
      measurements.push({ id, stage, vm, ...named(who), origin: who.origin, via: 'connection', ...probe })
    },
    unreadable(stage, who, title, error) {
      const id = `${scenario}/${stage}/${who.interface}`
      const context = { id, stage, title, vm, ...named(who), origin: who.origin, via: 'connection' } as const
      const failed = { settled: 'unreadable', witness: false, failure: failureOf(error), evidence: evidenceOf(error) } as const
      views.push(viewOf({ ...context, ...failed }, { fields: {}, checkpoints: [] }))
    },
    view(stage, who, { reading, ...seen }) {
      const id = `${scenario}/${stage}/${who.interface}`
      const view = viewOf({ id, stage, vm, ...named(who), origin: who.origin, via: 'connection', ...seen }, reading)
      views.push(view)
      return view
    },
  }
}

function named({ interface: id, participant }: Participating): Pick<Act, 'interface' | 'participant'> {
  return { interface: id, participant }
}

/** The interface cannot do or carry it at all. */
const noWay: readonly string[] = ['SNAPCHECK_CANNOT_CARRY', 'SNAPCHECK_UNSUPPORTED']

/** A product's refusal is an answer; anything else that went wrong is a fault of ours, the transport's or a permission's. */
function failureOf(error: unknown): ActFailure {
  if (!isSnapcheckError(error)) throw error
  const isRefusal = error.code === 'SNAPCHECK_PRODUCT_REFUSED' || noWay.includes(error.code)
  const { code, message, productCode } = error
  return { code, ...(productCode === undefined ? {} : { productCode }), sentence: message, isFault: !isRefusal }
}
