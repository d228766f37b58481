import { because } from '../because.ts'
import type { CheckpointView, Observation, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { defaultNameOf } from '../story/default-name-of.ts'
import { checkpointsById } from '../story/index-views.ts'
import { existingAt, isAny, isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import { consecutiveViews, sameStage, type Consecutive, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, metIf, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { crossing, type SeenSighting } from './builders/crossing.ts'
import { eachRow } from './builders/rows.ts'
import { perVm, placed } from './builders/views.ts'

const second = 1000
const day = 86_400_000
/** The farthest that two zones lie apart. */
const widestZone = 26 * 3_600_000

export const timeRules: readonly Rule[] = [
  eachRow({ claim: 'C-032', property: 'time', to: isAny, judge: nameIsNoClock }),
  crossing({ claim: 'C-039', property: 'time', from: isAny, to: isScvmm, judge: againstHost }),
  eachRow({ claim: 'C-039', property: 'time', to: isScvmm, judge: againstNameInFile }),
  perVm('C-040', (story) => consecutiveViews(story).flatMap((pair) => (isScvmm(pair.after.interface) ? modifiedTime(story, pair) : []))),
  crossing({ claim: 'C-041', property: 'time', from: isAny, to: isHyperV, actions: [], judge: betweenClocks, unseen: () => undefined }),
  eachRow({ claim: 'C-041', property: 'time', to: isHyperV, judge: timeOfTaking }),
]

/** C-032: says nothing where the clock on the wall of whoever made it stood at UTC, because then the two cannot be told apart. */
function nameIsNoClock(row: CheckpointView): Answer | undefined {
  const name = defaultNameOf(row)
  const time = milliseconds(row.observations.createdTime)
  if (name?.localTime == null) return undefined
  const rests = [row.observations.name!.id]
  const expected = 'a local time without a zone'
  if (name.statesZone)
    return unmet(expected, row.observations.name?.raw ?? null, rests, because('differs', 'The time in the name states a zone.'))
  if (time === undefined) return undefined
  const distance = Date.parse(`${name.localTime}Z`) - time
  if (Math.abs(distance) < 60_000) return undefined
  return met(
    expected,
    name.localTime,
    [...rests, row.observations.createdTime!.id],
    `The time in the name, taken as UTC, lies ${spanOf(distance)} ${distance > 0 ? 'after' : 'before'} ${row.observations.createdTime!.field}.`,
  )
}

/** C-039 is open: is AddedTime the host's CreationTime? */
function againstHost({ story, made, view, row }: SeenSighting): Answer | undefined {
  const host = sameStage(story, view, 'hyper-v').flatMap(
    (other) => checkpointsById(other).get(made.checkpoint)?.observations.createdTime ?? [],
  )[0]
  if (host?.form !== 'value') return undefined
  const added = read(view, row, 'createdTime')
  if (!added.ok) return added.answer
  const rests = [made.act.id, host.id, added.value.id]
  const [hostTime, addedTime] = [milliseconds(host), milliseconds(added.value, 'as marked')]
  if (hostTime === undefined || addedTime === undefined) return found('The two times cannot be compared.', host.raw, added.value.raw, rests)
  const apart = addedTime - hostTime
  const how = added.value.normalisation === 'N-time-unzoned' ? ', compared as marked, because it states no zone' : ''
  const finding =
    Math.abs(apart) <= 2000
      ? `${added.value.field} is the host's ${host.field} to within 2 s${how}.`
      : `${added.value.field} lies ${spanOf(apart)} ${apart > 0 ? 'after' : 'before'} the host's ${host.field}${how}.`
  return found(finding, host.normalised, added.value.normalised, rests)
}

/** C-039 in a file: the time in a default name is the nearest that a file has to the host's clock. */
function againstNameInFile(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  const name = defaultNameOf(row)
  if (story.acts.length > 0 || name?.localTime == null) return undefined
  const added = read(view, row, 'createdTime')
  if (!added.ok) return added.answer
  const time = milliseconds(added.value)
  if (time === undefined) return undefined
  const late = time - Date.parse(`${name.localTime}Z`)
  const rests = [row.observations.name!.id, added.value.id]
  if (Math.abs(late) <= widestZone)
    return found('AddedTime lies no farther from the time in the name than zones lie apart.', name.localTime, added.value.normalised, rests)
  return found(
    `AddedTime lies ${spanOf(late)} ${late > 0 ? 'after' : 'before'} the time in the name: it is not when the checkpoint was made.`,
    name.localTime,
    added.value.normalised,
    rests,
  )
}

/** C-040: what is the same but for ModifiedTime has not been modified. */
function modifiedTime(story: VmStory, { before, after }: Consecutive): readonly Judgement[] {
  const pairs = [...checkpointsById(after)].flatMap(([id, row]) => {
    const old = checkpointsById(before).get(id)
    const [was, is] = [old?.observations.modifiedTime, row.observations.modifiedTime]
    const isTouched = story.acts.some((act) => act.checkpoint === id && act.stage > before.stage && act.stage <= after.stage)
    if (old === undefined || was?.form !== 'value' || is?.form !== 'value' || isTouched || !isUnchanged(old, row)) return []
    return [{ id, was, is }]
  })
  if (pairs.length === 0) return []
  const moved = pairs.filter(({ was, is }) => was.normalised !== is.normalised)
  const finding = `ModifiedTime moved on ${moved.length} of ${pairs.length} checkpoints of which nothing else had changed.`
  const answer = found(
    finding,
    pairs.map(({ was }) => was.normalised),
    pairs.map(({ is }) => is.normalised),
    pairs.flatMap(({ was, is }) => [was.id, is.id]),
  )
  return [
    placed({ creator: storyCreator(story), view: after, property: 'time', checkpoint: pairs.length === 1 ? pairs[0]!.id : null }, answer),
  ]
}

function isUnchanged(old: CheckpointView, row: CheckpointView): boolean {
  return (['name', 'comment', 'createdTime', 'parent'] as const).every(
    (property) => old.observations[property]?.normalised === row.observations[property]?.normalised,
  )
}

/** C-041: the host's own clock was read before and after it was taken. */
function betweenClocks({ story, made, view, row }: SeenSighting): Answer | undefined {
  const clock = ({ observations: { hostTime } }: View): number | undefined => milliseconds(hostTime)
  const before = story.views.findLast(
    (other) => other.interface === view.interface && other.stage < made.act.stage && clock(other) !== undefined,
  )
  const own = milliseconds(row.observations.createdTime)
  const [from, to] = [before && clock(before), clock(view)]
  if (from === undefined || to === undefined || own === undefined) return undefined
  const { hostTime } = view.observations
  const expected = [before!.observations.hostTime!.normalised, hostTime!.normalised]
  const rests = [made.act.id, row.observations.createdTime!.id, before!.observations.hostTime!.id, hostTime!.id]
  return metIf(from <= own + second && own <= to + second, expected, row.observations.createdTime!.normalised, rests)
}

/** C-041, as far as looks can tell: it has a zone, and it is not before that of a checkpoint made earlier. */
function timeOfTaking(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  const made = existingAt(story, view)
  const index = made.findIndex(({ checkpoint }) => checkpoint === row.id)
  if (index < 0) return undefined
  const time = read(view, row, 'createdTime')
  if (!time.ok) return time.answer
  const earlier = checkpointsById(view).get(made[index - 1]?.checkpoint ?? made[index]!.checkpoint)?.observations.createdTime
  const [own, previous] = [milliseconds(time.value), milliseconds(earlier)]
  const rests = [made[index]!.act.id, ...(earlier === undefined || earlier === time.value ? [] : [earlier.id]), time.value.id]
  if (time.value.normalisation === 'N-time-unzoned')
    return unjudged('not-run', because('no-way-to-read', 'The time is shown without a zone.'), rests)
  if (own === undefined) return unmet('a time', time.value.raw, rests)
  return previous !== undefined && own < previous
    ? unmet(`not before ${String(earlier?.normalised)}`, time.value.normalised, rests)
    : met('the time of taking', time.value.normalised, rests)
}

/** @param unzoned by default a time without a zone is none that can be compared. */
function milliseconds(time: Observation | undefined, unzoned?: 'as marked'): number | undefined {
  if (typeof time?.normalised !== 'string') return undefined
  const text = time.normalisation === 'N-time-unzoned' ? (unzoned === undefined ? undefined : `${time.normalised}Z`) : time.normalised
  const value = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(value) ? undefined : value
}

function spanOf(distance: number): string {
  const span = Math.abs(distance)
  if (span >= 2 * day) return `${Math.round(span / day)} days`
  return span >= 7_200_000 ? `${(span / 3_600_000).toFixed(1)} h` : `${Math.round(span / 1000)} s`
}
