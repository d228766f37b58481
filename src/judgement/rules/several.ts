import type { Guid } from '../../checkpoint/guid.ts'
import type { Json } from '../../foundation/json.ts'
import { because } from '../because.ts'
import type { View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { firstShown, hostKnownUpTo, shownByHost } from '../story/discovery.ts'
import { checkpointsById } from '../story/index-views.ts'
import { creatorOf, isHyperV, isScvmm, madeIn } from '../story/made.ts'
import { absenceIn } from '../story/presence.ts'
import { sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement, Reason } from '../verdict.ts'
import { met, unjudged, unmet } from './builders/answers.ts'
import { perView, placed } from './builders/views.ts'

/** Realized is what a user makes: VirtualSystemType in WMI, SnapshotType Standard or 0 in PowerShell (semantics.md section 2.1). */
const usersOwnKinds: readonly Json[] = ['Microsoft:Hyper-V:Snapshot:Realized', 'Standard', 0]

export const severalRules: readonly Rule[] = [perView('C-011', severalVisible)]

/** C-011: what Hyper-V made is complete in SCVMM. What SCVMM made itself is left to C-012. */
function severalVisible(view: View, story: VmStory): readonly Judgement[] {
  const host = sameStage(story, view, 'hyper-v')[0]
  if (!isScvmm(view.interface) || host === undefined) return []
  const expected = outside(story, host)
  if (expected.length < 2) return []
  const shown = outside(story, view)
  const missing = expected.filter((id) => !shown.includes(id))
  const more = shown.filter((id) => !expected.includes(id))
  const creator = expected.map((id) => creatorOf(story, id)).find(isHyperV) ?? 'unknown'
  const rests = [host.id, view.id]
  const place = { creator, view, property: 'visibility' } as const
  if (missing.length + more.length === 0) return [placed(place, met(expected, shown, rests))]
  const absence = missing.length > 0 ? absenceIn(view, host.interface) : { kind: 'absent' as const }
  if (absence.kind === 'unproven') return [placed(place, { ...unjudged(absence.answer, absence.reason, rests, expected), actual: shown })]
  const excuse = excuseFor(story, view, missing, more)
  if (excuse !== undefined) return [placed(place, { ...unjudged('inconclusive', excuse, rests, expected), actual: shown })]
  const difference = `${missing.length} of ${expected.length} are missing, ${more.length} are not the host's.`
  return [placed(place, unmet(expected, shown, rests, because('differs', difference)))]
}

/** Why all of the difference may be nobody's fault; undefined where SCVMM has to answer for some of it. */
function excuseFor(story: VmStory, view: View, missing: readonly Guid[], more: readonly Guid[]): Reason | undefined {
  const known = hostKnownUpTo(story, view)
  const isOwn = (id: Guid): boolean => madeIn(story).has(id)
  const maybeUnknown = missing.filter((id) => known < 0 && !isOwn(id) && firstShown(story, view, id) === undefined)
  const maybeGone = more.filter((id) => !isOwn(id) && !shownByHost(story, id) && firstShown(story, view, id)! > known)
  if (maybeUnknown.length < missing.length || maybeGone.length < more.length) return undefined
  if (more.length > 0)
    return because('environment-changed', `${more.length} came from somebody else between two looks at the host, or SCVMM made them up.`)
  return because(
    'awaited-in-vain',
    `${missing.length} were there before this story, and nothing shows that SCVMM has looked at the host since.`,
  )
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
