import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId, Origin } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { Act, ActFailure, Settled, Story, View } from '../../judgement/observation.ts'
import { viewOf } from '../../judgement/view.ts'
import { evidenceOf } from '../../recording/trail.ts'

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
  view(
    stage: number,
    who: Participating,
    seen: { title: string; reading: VmReading; settled: Settled; witness: boolean; evidence: readonly string[] },
  ): View
}

export function storyRecorder(scenario: string, vm: Guid): StoryRecorder {
  const acts: Act[] = []
  const views: View[] = []
  let stages = 0
  return {
    story: { scenario, acts, views },
    nextStage: () => stages++,
    act(stage, who, act, evidence) {
      acts.push({ id: `${scenario}/${stage}/${act.action}`, stage, vm, ...named(who), ...act, result: 'done', evidence })
    },
    failedAct(stage, who, act, error) {
      const failure = failureOf(error)
      const result = failure.code === 'SNAPCHECK_CANNOT_CARRY' ? 'unsupported' : 'failed'
      acts.push({
        id: `${scenario}/${stage}/${act.action}`,
        stage,
        vm,
        ...named(who),
        ...act,
        result,
        failure,
        evidence: evidenceOf(error),
      })
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

/** A product's refusal is an answer; anything else that went wrong is a fault of ours, the transport's or a permission's. */
function failureOf(error: unknown): ActFailure {
  if (!isSnapcheckError(error)) throw error
  const isRefusal = error.code === 'SNAPCHECK_PRODUCT_REFUSED' || error.code === 'SNAPCHECK_CANNOT_CARRY'
  return { code: error.code, sentence: error.message, isFault: !isRefusal }
}
