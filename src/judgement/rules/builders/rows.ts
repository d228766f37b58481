import type { InterfaceId } from '../../../checkpoint/interface-id.ts'
import type { Json } from '../../../foundation/json.ts'
import type { CheckpointView, View } from '../../observation.ts'
import type { Rule } from '../../rule.ts'
import { creatorOf } from '../../story/made.ts'
import { vmStories, type VmStory } from '../../story/timeline.ts'
import type { Cell, CellProperty, Judgement } from '../../verdict.ts'
import type { Answer } from './answers.ts'

/**
 * A claim about every checkpoint that an interface lists: all of them in an inspected file, those that the story made in
 * a run, because what was there before belongs to somebody else, who may change it meanwhile.
 */
export interface RowClaim {
  readonly claim: string
  readonly property: CellProperty
  readonly to: (observer: InterfaceId) => boolean
  /** Undefined where the row does not touch the claim. */
  readonly judge: (row: CheckpointView, view: View, story: VmStory) => Answer | undefined
}

/**
 * One judgement for each row that does not meet the claim, and one for all others of a view that have the same maker and
 * answer: an inventory of 100,000 checkpoints must not become as many verdicts that say the same.
 */
export function eachRow({ claim, property, to, judge }: RowClaim): Rule {
  return {
    claim,
    judge: (story) =>
      vmStories(story).flatMap((part) =>
        part.views.filter((view) => to(view.interface)).flatMap((view) => viewJudgements(part, view, property, judge)),
      ),
  }
}

interface Judged {
  readonly row: CheckpointView
  readonly creator: Cell['creator']
  readonly answer: Answer
}

function viewJudgements(story: VmStory, view: View, property: CellProperty, judge: RowClaim['judge']): readonly Judgement[] {
  const judged = view.checkpoints.flatMap((row): readonly Judged[] => {
    const creator = creatorOf(story, row.id)
    const answer = creator === 'unknown' && story.acts.length > 0 ? undefined : judge(row, view, story)
    return answer === undefined ? [] : [{ row, creator, answer }]
  })
  const groups = Map.groupBy(judged, ({ creator, answer }, index) =>
    answer.answer === 'unmet' ? `row ${index}` : `${creator} ${answer.answer} ${answer.reason?.code ?? ''}`,
  )
  return [...groups.values()].map((group) => ({
    cell: { creator: group[0]!.creator, observer: view.interface, property },
    vm: view.vm,
    checkpoint: group.length === 1 ? group[0]!.row.id : null,
    ...fold(group.map(({ answer }) => answer)),
  }))
}

function fold(answers: readonly Answer[]): Answer {
  const [first] = answers
  if (answers.length === 1) return first!
  const findings = [...new Set(answers.flatMap(({ finding }) => finding ?? []))]
  return {
    ...first!,
    expected: common(answers.map(({ expected }) => expected)),
    actual: answers.map(({ actual }) => actual),
    rests: [...new Set(answers.flatMap(({ rests }) => rests))],
    ...(findings.length === 0 ? {} : { finding: findings.join(' ') }),
  }
}

/** What all share, or one for each. */
function common(values: readonly Json[]): Json {
  const [first] = values
  return values.every((value) => value === first) ? first! : values
}
