import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import type { WorldClock } from '../clock/world-clock.ts'
import { worldRules } from './rules.ts'

/**
 * Msvm_ConcreteJob.JobType (hyperv-wmi-v2.md section 5, documented). A corrected copy of the table has 20 and 21 for pausing
 * and resuming.
 */
export const jobTypes = {
  modify: 2,
  start: 12,
  powerOff: 13,
  save: 14,
  restore: 15,
  pause: 26,
  resume: 27,
  create: 70,
  apply: 71,
  destroy: 72,
  backup: 170,
} as const
export type JobType = (typeof jobTypes)[keyof typeof jobTypes]

/** JobState 4 running, 7 completed, 10 exception; the world's jobs know no other. */
export type JobState = 4 | 7 | 10

/** What a job touches; the created checkpoint only once the job has ended (ws-man.md section 7, recorded). */
export interface AffectedElement {
  readonly kind: 'vm' | 'checkpoint'
  readonly id: Guid
  /** Msvm_AffectedJobElement.ElementEffects: 0 unknown, 5 create. */
  readonly effect: 0 | 5
}

/** Work of the host that outlives the call that started it. What is read here is its state now. */
export interface HostJob {
  readonly id: Guid
  readonly jobType: JobType
  readonly vm: Guid
  readonly state: JobState
  /** 0 unless the state is 10. */
  readonly errorCode: number
  readonly errorDescription: string
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly affected: readonly AffectedElement[]
  /** Calls back when the job has ended; at once where it already has. */
  whenDone(callback: (job: HostJob) => void): void
}

export interface JobFailure {
  readonly code: number
  readonly description: string
}

export interface JobPlan {
  readonly jobType: JobType
  readonly vm: Guid
  readonly durationMs: number
  /** Runs when the job ends; tells what it touched beside the VM, or how it failed. */
  readonly work: () => readonly AffectedElement[] | JobFailure
}

export interface JobBook {
  start(plan: JobPlan): HostJob
  get(id: Guid): HostJob | undefined
  /** In the order of their start. */
  all(): readonly HostJob[]
}

type Running = { -readonly [Key in keyof HostJob]: HostJob[Key] }

/** Finished jobs leave after their five minutes, so that memory stays flat. */
export function jobBook(clock: WorldClock, nextGuid: () => string): JobBook {
  const jobs = new Map<Guid, HostJob>()
  return {
    get: (id) => jobs.get(id),
    all: () => [...jobs.values()],
    start(plan) {
      const waiting: ((job: HostJob) => void)[] = []
      const job: Running = {
        id: parseGuid(nextGuid())!,
        jobType: plan.jobType,
        vm: plan.vm,
        state: 4,
        errorCode: 0,
        errorDescription: '',
        startedAt: clock.now(),
        finishedAt: null,
        affected: [{ kind: 'vm', id: plan.vm, effect: 0 }],
        whenDone(callback) {
          if (job.state === 4) waiting.push(callback)
          else callback(job)
        },
      }
      jobs.set(job.id, job)
      clock.schedule(clock.now() + plan.durationMs, () => {
        finish(job, plan.work(), clock.now())
        clock.schedule(clock.now() + worldRules.jobKept.value, () => jobs.delete(job.id))
        for (const callback of waiting) callback(job)
      })
      return job
    },
  }
}

function finish(job: Running, result: readonly AffectedElement[] | JobFailure, now: number): void {
  job.finishedAt = now
  if ('code' in result) {
    job.state = 10
    job.errorCode = result.code
    job.errorDescription = result.description
    return
  }
  job.state = 7
  job.affected = [...job.affected, ...result]
}
