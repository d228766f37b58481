import { parseGuid } from '../../../checkpoint/guid.ts'
import type { InterfaceId } from '../../../checkpoint/interface-id.ts'
import { wayOf, type CredentialReader } from '../../../configuration/credentials.ts'
import type { LoadedConfiguration } from '../../../configuration/load.ts'
import type { HostEntry, VmmEntry } from '../../../configuration/schema/schema.ts'
import { realClock } from '../../../foundation/clock.ts'
import { isSnapcheckError } from '../../../foundation/errors.ts'
import { guidSequence } from '../../../foundation/seed.ts'
import type { CheckpointInterface, ParticipantIdentity } from '../../../interfaces/port.ts'
import { evidenceStore } from '../../../recording/evidence.ts'
import { connectHost, connectVmm, type Connecting } from '../connect.ts'
import { readyHost, readyVmm } from '../ready.ts'
import { works, type Finding } from './finding.ts'
import { obstacleOf } from './obstacles.ts'
import { probe, type ExpectedVm } from './probe.ts'

/** Everything that was found out about one endpoint of the configuration. */
export interface CheckedEndpoint {
  readonly name: string
  readonly interface: InterfaceId
  readonly identity: ParticipantIdentity | null
  readonly findings: readonly Finding[]
}

export interface Checking {
  readonly loaded: LoadedConfiguration
  readonly read: CredentialReader
  /** Made up for each check: MessageIDs derive from it. */
  readonly runId: string
}

/** Looks at every endpoint, one after the other. Reads only. */
export async function checkEndpoints(checking: Checking): Promise<readonly CheckedEndpoint[]> {
  const { loaded, read, runId } = checking
  const { hosts = [], vmm = [] } = loaded.content
  const connecting: Connecting = { clock: realClock, evidence: evidenceStore(), nextId: guidSequence(runId, 'check') }
  const checked: CheckedEndpoint[] = []
  for (const entry of hosts) {
    const open = async (): Promise<CheckpointInterface> => connectHost(await readyHost(entry, loaded, read), connecting)
    checked.push({ name: entry.name, interface: 'hyperv-wmi', ...(await checkOne(entry, 'host', open, loaded)) })
  }
  for (const entry of vmm) {
    const open = async (): Promise<CheckpointInterface> => connectVmm(await readyVmm(entry, loaded, read), connecting)
    checked.push({ name: entry.name, interface: 'scvmm-spf', ...(await checkOne(entry, 'vmm', open, loaded)) })
  }
  return checked
}

async function checkOne(
  entry: HostEntry | VmmEntry,
  role: 'host' | 'vmm',
  open: () => Promise<CheckpointInterface>,
  loaded: LoadedConfiguration,
): Promise<Pick<CheckedEndpoint, 'identity' | 'findings'>> {
  let through: CheckpointInterface
  try {
    through = await open()
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    return { identity: null, findings: [obstacleOf(error)] }
  }
  try {
    const { identity, findings } = await probe(through, entry.url, expectedOn(entry.name, role, loaded))
    return { identity, findings: [...readBefore(entry, loaded), ...findings] }
  } finally {
    await through.close()
  }
}

/** What had to be read before anything could be asked. */
function readBefore({ credentials, ca }: HostEntry | VmmEntry, { content }: LoadedConfiguration): readonly Finding[] {
  return [
    credentials === undefined
      ? works('credentials', 'None are configured: it is asked without.')
      : works('credentials', `${credentials}, from ${wayOf(content.credentials![credentials]!)}.`),
    ...(ca === undefined ? [] : [works('certificate authority', `Read from ${ca}.`)]),
  ]
}

function expectedOn(name: string, role: 'host' | 'vmm', { content }: LoadedConfiguration): readonly ExpectedVm[] {
  return (content.vms ?? [])
    .filter((vm) => vm[role] === name)
    .map(({ id, disposable }) => ({ vm: parseGuid(id)!, disposable: disposable === true }))
}
