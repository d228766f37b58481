import type { VmReading } from '../../checkpoint/reading.ts'
import { isRecord, type Json } from '../../foundation/json.ts'
import { jobStates } from '../../products/hyperv-wmi/job-states.ts'

/**
 * OperationalStatus: [0] 11 is In Service, which takes no other request; [1] 32768 to 32774 name what goes on, such as
 * merging, and with [0] 2 it may be interrupted by the next request (hyperv-wmi-v2.md section 3, documented).
 */
const inService = 11
const goingOn = { from: 32_768, to: 32_774 } as const

/** `idle`: it takes a request; `at-rest`: nothing goes on at all, no merge either. */
export type Rest = 'idle' | 'at-rest'

/**
 * What keeps a VM from resting, as far as the interface shows it: null where nothing does, or where it shows none of it.
 * Products say that a removal has ended before the disks are merged (C-081), so that the end of a job is not enough.
 */
export function busyWith({ fields: { operationalStatus, jobs } }: VmReading, rest: Rest): string | null {
  const status = numbersIn(operationalStatus?.raw)
  const isGoingOn = status.some((code) => code >= goingOn.from && code <= goingOn.to)
  if (status[0] === inService || (rest === 'at-rest' && isGoingOn)) return `${operationalStatus!.field} ${status.join(', ')}`
  const running = listIn(jobs?.raw).filter(isRunning)
  return running.length === 0 ? null : `${jobs!.field}: ${running.map(nameOf).join(', ')}`
}

function isRunning(job: Json): boolean {
  if (!isRecord(job)) return false
  return job['IsCompleted'] === false || jobStates[Number(job['JobState'])]?.phase === 'going on'
}

function nameOf(job: Json): string {
  return isRecord(job) ? String(job['Name'] ?? job['CmdletName'] ?? 'a job') : 'a job'
}

function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function numbersIn(value: Json | undefined): readonly number[] {
  return listIn(value).map(Number)
}
