import { parseGuid } from '../../checkpoint/guid.ts'
import type { CredentialReader } from '../../configuration/credentials.ts'
import type { LoadedConfiguration } from '../../configuration/load.ts'
import type { VmEntry } from '../../configuration/schema/schema.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Safety } from '../definition.ts'
import { guarded, type Permit } from '../guard.ts'
import type { Place } from '../ownership/entries.ts'
import { connectHost, connectVmm, type Connecting } from './connect.ts'
import { readyHost, readyVmm } from './ready.ts'

export interface Placing {
  readonly loaded: LoadedConfiguration
  readonly read: CredentialReader
  readonly connecting: Connecting
  readonly allow: Safety
}

/**
 * Opens the endpoint that a journal names, by its name in the configuration; undefined where that names none. It may remove
 * where the configuration still lists the VM as disposable on this very endpoint, since a copy elsewhere may have the same
 * GUID, and never create.
 */
export async function connectPlace(place: Place, { loaded, read, connecting, allow }: Placing): Promise<CheckpointInterface | undefined> {
  const { hosts = [], vmm = [], vms = [] } = loaded.content
  const host = place.interface === 'hyperv-wmi' ? hosts.find(({ name }) => name === place.endpoint) : undefined
  const server = place.interface === 'scvmm-spf' ? vmm.find(({ name }) => name === place.endpoint) : undefined
  const isHere = (entry: VmEntry): boolean =>
    (host !== undefined && entry.host === host.name) || (server !== undefined && entry.vmm === server.name)
  const disposable = new Set(vms.flatMap((entry) => (entry.disposable === true && isHere(entry) ? (parseGuid(entry.id) ?? []) : [])))
  const permit: Permit = { allow, disposable, ceiling: 0, countCreate: () => false, uncountCreate: () => undefined }
  if (host !== undefined) return guarded(connectHost(await readyHost(host, loaded, read), connecting), permit)
  if (server !== undefined) return guarded(connectVmm(await readyVmm(server, loaded, read), connecting), permit)
  return undefined
}
