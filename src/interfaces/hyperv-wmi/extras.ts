import type { Guid } from '../../checkpoint/guid.ts'
import { reading, type Reading, type VmReading } from '../../checkpoint/reading.ts'
import type { Json } from '../../foundation/json.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import type { ReadExtra } from '../port.ts'
import { chainsReading, disksReading } from './disks.ts'
import { classes, vmReference } from './objects.ts'
import { operatingSystem } from './operating-system.ts'
import { fieldOf } from './readings.ts'
import type { HostSession } from './session.ts'

type Fields = VmReading['fields']

const readers: Readonly<Record<ReadExtra, (session: HostSession, vm: Guid) => Promise<Fields>>> = {
  disks: async ({ client, waiting }, vm) => ({
    disks: await disksReading(client, vm),
    diskChains: await chainsReading(client, waiting, vm),
  }),
  jobs: async ({ client }, vm) => ({ jobs: await jobsReading(client, vm) }),
  clock: async ({ client }) => ({ hostTime: await hostTime(client) }),
}

export async function extraReadings(session: HostSession, vm: Guid, also: readonly ReadExtra[]): Promise<Fields> {
  const read: Fields[] = []
  for (const extra of also) read.push(await readers[extra](session, vm))
  return Object.assign({}, ...read) as Fields
}

/** The clock by which CreationTime is told, in UTC whatever the zone of the host (C-041). */
export async function hostTime(client: WsManClient): Promise<Reading> {
  return fieldOf(await operatingSystem(client), 'LocalDateTime')
}

/** What tells a job by codes; its texts are localised. */
const jobProperties = ['InstanceID', 'JobType', 'JobState', 'ErrorCode'] as const

/** The jobs that run on the VM, and those that ended less than five minutes ago (hyperv-wmi-v2.md section 5). */
async function jobsReading(client: WsManClient, vm: Guid): Promise<Reading> {
  const jobs = await client.associated({ of: vmReference(vm), associationClass: classes.affectedJobElement, resultClass: classes.job })
  return reading.value(classes.job, jobs.map(jobRow))
}

function jobRow(job: CimInstance): Json {
  return Object.fromEntries(jobProperties.map((name) => [name, fieldOf(job, name).raw]))
}
