import { parseGuid } from '../../checkpoint/guid.ts'
import type { CredentialReader } from '../../configuration/credentials.ts'
import { readyEndpoint } from '../../configuration/endpoints.ts'
import type { LoadedConfiguration } from '../../configuration/load.ts'
import type { HostEntry, VmEntry, VmmEntry } from '../../configuration/schema/schema.ts'
import type { HostTarget, VmTarget, VmmTarget } from './target.ts'

/** A host of the configuration with its secrets. @throws what `readyEndpoint` does. */
export async function readyHost(entry: HostEntry, loaded: LoadedConfiguration, read: CredentialReader): Promise<HostTarget> {
  return { ...(await readyEndpoint(entry, loaded, read)), test: entry.test === true }
}

/** A VMM server of the configuration with its secrets. @throws what `readyEndpoint` does. */
export async function readyVmm(entry: VmmEntry, loaded: LoadedConfiguration, read: CredentialReader): Promise<VmmTarget> {
  return { ...(await readyEndpoint(entry, loaded, read)), test: entry.test === true, stampId: parseGuid(entry.stampId)! }
}

/** Every configured VM with what reaches it, in the order of the file. @throws what `readyEndpoint` does, for the first that fails. */
export async function readyTargets(loaded: LoadedConfiguration, read: CredentialReader): Promise<readonly VmTarget[]> {
  const { hosts = [], vmm = [], vms = [] } = loaded.content
  const readyHosts = new Map<string, HostTarget>()
  for (const entry of hosts) readyHosts.set(entry.name, await readyHost(entry, loaded, read))
  const readyServers = new Map<string, VmmTarget>()
  for (const entry of vmm) readyServers.set(entry.name, await readyVmm(entry, loaded, read))
  return vms.map((entry) => targetOf(entry, readyHosts, readyServers))
}

/** The schema and `checkReferences` have seen to it that the GUID is one and that the names lead somewhere. */
function targetOf(
  { id, host, vmm, disposable, traits = [] }: VmEntry,
  hosts: ReadonlyMap<string, HostTarget>,
  servers: ReadonlyMap<string, VmmTarget>,
): VmTarget {
  return {
    vm: parseGuid(id)!,
    disposable: disposable === true,
    traits,
    host: host === undefined ? null : hosts.get(host)!,
    vmm: vmm === undefined ? null : servers.get(vmm)!,
  }
}
