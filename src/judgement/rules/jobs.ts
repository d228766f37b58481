import { because } from '../because.ts'
import type { Measurements } from '../../checkpoint/measurement.ts'
import { isRecord, type Json } from '../../foundation/json.ts'
import { vmmErrors } from '../../products/spf/errors.ts'
import { cmdlets, goodJobStatuses } from '../../products/spf/service.ts'
import type { Action, Measurement, Observation, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isScvmm } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, metIf, unjudged, unmet, type Answer } from './builders/answers.ts'
import { probed } from './builders/measurements.ts'
import { perView, placed } from './builders/views.ts'

export const jobRules: readonly Rule[] = [
  perView('C-112', eachActIsAJob),
  probed({ claim: 'C-113', name: 'lock', property: 'job', judge: lockedMeanwhile }),
  probed({ claim: 'C-068', name: 'properties', property: 'identity', judge: namesNobody }),
  perView('C-068', jobNamesSomebody),
]

const cmdletOf: Readonly<Partial<Record<Action, string>>> = {
  create: cmdlets.create,
  rename: cmdlets.change,
  'set-comment': cmdlets.change,
  restore: cmdlets.restore,
  remove: cmdlets.remove,
}

const finalStatuses = [...goodJobStatuses.map(({ status }) => status), 'Failed']

type Job = Readonly<Record<string, Json>>

function jobsIn(view: View): { readonly shown: Observation; readonly jobs: readonly Job[] } | undefined {
  const shown = view.observations.jobs
  if (!isScvmm(view.interface) || shown?.form !== 'value' || !Array.isArray(shown.raw)) return undefined
  return { shown, jobs: (shown.raw as readonly Json[]).filter((job): job is Job => isRecord(job)) }
}

/** C-112: as many jobs of each cmdlet as there were acts through SCVMM, each ended in a status that is documented. */
function eachActIsAJob(view: View, story: VmStory): readonly Judgement[] {
  const read = jobsIn(view)
  const acts = story.acts.filter((act) => isScvmm(act.interface) && act.stage < view.stage && act.result === 'done' && cmdletOf[act.action])
  if (read === undefined || acts.length === 0) return []
  const statuses = Map.groupBy(read.jobs, (job) => String(job['CmdletName']))
  const wanted = [...Map.groupBy(acts, (act) => cmdletOf[act.action]!)].map(([cmdlet, own]) => {
    const shown = (statuses.get(cmdlet) ?? []).map((job) => String(job['Status']))
    return { cmdlet, acts: own.length, shown, isFollowed: shown.length >= own.length && shown.every((one) => finalStatuses.includes(one)) }
  })
  const expected = Object.fromEntries(wanted.map(({ cmdlet, acts: count }) => [cmdlet, `${count} or more, each ended`]))
  const actual = Object.fromEntries(wanted.map(({ cmdlet, shown }) => [cmdlet, shown]))
  const answer = metIf(
    wanted.every(({ isFollowed }) => isFollowed),
    expected,
    actual,
    [...acts.map(({ id }) => id), read.shown.id],
  )
  return [placed({ creator: acts[0]!.interface, view, property: 'job' }, answer)]
}

/** C-113: refused with 2606 while the first job holds the VM, or queued; taken once it has ended. */
function lockedMeanwhile({ second, retry }: Measurements['lock'], { id }: Measurement): Answer {
  const expected = { second: vmmErrors.locked.code, retry: null }
  const actual = { second, retry }
  if (retry !== null || (second !== null && second !== vmmErrors.locked.code)) return unmet(expected, actual, [id])
  return met(expected, actual, [id], second === null ? 'The second change was queued rather than refused.' : `Refused with code ${second}.`)
}

const userProperty = /^(?:owner|user(?:name|role|id)?|creat(?:or|edby)|requestedby)/iu

/** C-068: no property of a checkpoint is meant for whoever made it. UserSnapshotType is a kind. */
function namesNobody(value: Measurements['properties'], { id }: Measurement): Answer {
  if (value.length === 0) return unjudged('inconclusive', because('no-witness'), [id])
  const users = value.filter((name) => userProperty.test(name) && !/^UserSnapshotType$/iu.test(name))
  return metIf(users.length === 0, [], users, [id])
}

/** C-068: only the job names somebody. */
function jobNamesSomebody(view: View): readonly Judgement[] {
  const read = jobsIn(view)
  if (read === undefined || read.jobs.length === 0) return []
  const users = Object.keys(read.jobs[0]!).filter((name) => userProperty.test(name))
  const finding = users.length === 0 ? 'No property of a job names a user.' : `The job names somebody in ${users.join(', ')}.`
  return [placed({ creator: 'unknown', view, property: 'identity' }, met('recorded', users, [read.shown.id], finding))]
}
