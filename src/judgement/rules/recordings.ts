import type { Story, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isHyperV, isScvmm } from '../story/made.ts'
import { vmStories } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, metIf, read, unmet } from './builders/answers.ts'
import { eachRow } from './builders/rows.ts'
import { placed } from './builders/views.ts'

/** What the recordings show and no claim of the register states (suites/claims/recordings.json). */
export const recordingRules: readonly Rule[] = [
  { claim: 'R-003', judge: (story) => lookByLook(story, isScvmm, distinctCheckpoints) },
  eachRow({
    claim: 'R-004',
    property: 'comment',
    to: isScvmm,
    judge: (row, view) => {
      const comment = read(view, row, 'comment')
      return comment.ok
        ? metIf(comment.value.form === 'value' && typeof comment.value.raw === 'string', 'a text, be it empty', comment.value.raw, [
            comment.value.id,
          ])
        : comment.answer
    },
  }),
  eachRow({
    claim: 'R-007',
    property: 'identity',
    to: (id) => isScvmm(id) && id !== 'scvmm-spf',
    judge: (row) => {
      const id = row.observations.id
      return id?.form === 'value' ? metIf(id.raw === row.id, row.id, id.raw, [id.id]) : undefined
    },
  }),
  { claim: 'R-008', judge: (story) => lookByLook(story, isHyperV, distinctVms) },
]

/** All VMs that one observer shows at one stage. */
function lookByLook(
  story: Story,
  to: (id: View['interface']) => boolean,
  judge: (look: readonly View[]) => readonly Judgement[],
): readonly Judgement[] {
  if (story.acts.length > 0) return []
  const views = vmStories(story)
    .flatMap((part) => part.views)
    .filter((view) => to(view.interface))
  return [...Map.groupBy(views, (view) => JSON.stringify([view.stage, view.interface, view.participant])).values()].flatMap(judge)
}

/** over all VMs of a server each GUID and each database id names one checkpoint. */
function distinctCheckpoints(look: readonly View[]): readonly Judgement[] {
  const rows = look.flatMap((view) => view.checkpoints)
  const ids = rows.flatMap(({ id }) => id ?? [])
  const databaseIds = rows.flatMap(({ observations: { databaseId } }) =>
    databaseId?.form === 'value' ? [String(databaseId.normalised)] : [],
  )
  if (ids.length === 0) return []
  const expected = { GUIDs: ids.length, databaseIds: databaseIds.length }
  const actual = { GUIDs: new Set(ids).size, databaseIds: new Set(databaseIds).size }
  const isDistinct = expected.GUIDs === actual.GUIDs && expected.databaseIds === actual.databaseIds
  return [
    placed(
      { creator: 'unknown', view: look[0]!, property: 'identity' },
      metIf(
        isDistinct,
        expected,
        actual,
        look.map((view) => view.id),
      ),
    ),
  ]
}

/** over all VMs of a host each GUID names one VM. A copy in SCVMM's library shares it with its original (observed). */
function distinctVms(look: readonly View[]): readonly Judgement[] {
  const ids = look.flatMap(({ observations: { vmId } }) => (vmId?.form === 'value' ? [String(vmId.normalised)] : []))
  if (ids.length === 0) return []
  const distinct = new Set(ids).size
  const rests = look.map((view) => view.id)
  return [
    placed(
      { creator: 'unknown', view: look[0]!, property: 'identity' },
      distinct === ids.length ? met(ids.length, distinct, rests) : unmet(ids.length, distinct, rests),
    ),
  ]
}
