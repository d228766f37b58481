import type { Guid } from '../../checkpoint/guid.ts'
import type { Json } from '../../foundation/json.ts'
import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { creatorOf, isAny, isHyperV, isScvmm, type Made } from '../story/made.ts'
import { absenceIn } from '../story/presence.ts'
import { sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, unjudged, unmet } from './builders/answers.ts'
import { visibilityCrossing } from './builders/crossing.ts'
import { placed, perView } from './builders/views.ts'

const isSpf = (id: string): boolean => id === 'scvmm-spf'
const asksForNothing = ({ intended }: Act): boolean => intended.name === undefined && intended.comment === undefined

/** Realized is what a user makes: VirtualSystemType in WMI, SnapshotType Standard or 0 in PowerShell (semantics.md section 2.1). */
const usersOwnKinds: readonly Json[] = ['Microsoft:Hyper-V:Snapshot:Realized', 'Standard', 0]

export const visibilityRules: readonly Rule[] = [
  visibilityCrossing({ claim: 'C-010', from: isHyperV, to: isScvmm }),
  visibilityCrossing({ claim: 'C-012', from: isScvmm, to: isHyperV }),
  visibilityCrossing({ claim: 'C-017', from: isHyperV, to: isHyperV, refused: 'unmet', finding: ({ story }) => scvmmPart(story) }),
  visibilityCrossing({ claim: 'C-096', from: isSpf, to: isAny, refused: 'unmet' }),
  visibilityCrossing({
    claim: 'C-104',
    from: isHyperV,
    to: isSpf,
    finding: ({ story, made, view }) => (view.settled === 'awaited' ? appearedByItself(story, made, view) : undefined),
  }),
  visibilityCrossing({
    claim: 'C-007',
    from: (id) => id === 'hyperv-wmi',
    to: (id) => id === 'hyperv-wmi',
    wants: asksForNothing,
    refused: 'unmet',
  }),
  perView('C-011', severalVisible),
]

/** C-104: a glance before the wait tells whether SPF was behind the host at first. */
function appearedByItself({ glances }: VmStory, { checkpoint, act }: Made, view: View): string {
  const first = glances.find((glance) => glance.interface === view.interface && glance.stage > act.stage && glance.stage < view.stage)
  const before =
    first === undefined
      ? 'whether it was absent at first is not in this story'
      : `a look at once ${checkpointsById(first).has(checkpoint) ? 'had shown it already' : 'had not shown it'}`
  return `It appeared by waiting alone, without a refresh through SPF; ${before}.`
}

/** C-017 speaks of a host without SCVMM: whether one was there is part of the answer. */
function scvmmPart({ acts, views }: VmStory): string {
  const takesPart = [...acts, ...views].some((step) => isScvmm(step.interface))
  return takesPart ? 'SCVMM took part in the same story.' : 'No interface of SCVMM took part in the story.'
}

/** C-011: what Hyper-V made is complete in SCVMM. What SCVMM made itself is left to C-012. */
function severalVisible(view: View, story: VmStory): readonly Judgement[] {
  const host = sameStage(story, view, 'hyper-v')[0]
  if (!isScvmm(view.interface) || host === undefined) return []
  const expected = outside(story, host)
  if (expected.length < 2) return []
  const shown = outside(story, view)
  const creator = expected.map((id) => creatorOf(story, id)).find(isHyperV) ?? 'unknown'
  const missing = expected.filter((id) => !shown.includes(id))
  const rests = [host.id, view.id]
  const place = { creator, view, property: 'visibility' } as const
  if (missing.length === 0 && shown.length === expected.length) return [placed(place, met(expected, shown, rests))]
  const absence = missing.length > 0 ? absenceIn(view, host.interface) : { kind: 'absent' as const }
  if (absence.kind === 'unproven') return [placed(place, { ...unjudged(absence.answer, absence.reason, rests, expected), actual: shown })]
  return [
    placed(
      place,
      unmet(
        expected,
        shown,
        rests,
        because(
          'differs',
          `${missing.length} of ${expected.length} are missing, ${shown.length + missing.length - expected.length} are not the host's.`,
        ),
      ),
    ),
  ]
}

function outside(story: VmStory, view: View): readonly Guid[] {
  const ids = [...checkpointsById(view)].filter(
    ([
      id,
      {
        observations: { kind },
      },
    ]) => !isScvmm(creatorOf(story, id)) && (kind?.form !== 'value' || usersOwnKinds.includes(kind.raw)),
  )
  return ids.map(([id]) => id).toSorted()
}
