import { SnapcheckError } from '../foundation/errors.ts'
import { nearest } from '../foundation/nearest.ts'
import type { ConfigurationDocument, KeyPath } from './document.ts'
import { placed, shown } from './problems.ts'
import type { SnapcheckConfig } from './schema/schema.ts'

/** Where an entry refers to another one by name, and the names that there are. */
interface Reference {
  readonly path: KeyPath
  readonly to: string | undefined
  readonly names: readonly string[]
}

/**
 * Names are unique and lead somewhere; a VM is listed once and is reached somehow.
 * @throws SNAPCHECK_CONFIGURATION_INVALID with the place and the nearest name.
 */
export function checkReferences(document: ConfigurationDocument, config: SnapcheckConfig): void {
  for (const list of ['hosts', 'vmm'] as const) refuseTwins(document, list, 'name', config[list]?.map(({ name }) => name) ?? [])
  refuseTwins(document, 'vms', 'id', config.vms?.map(({ id }) => id.replace(/[{}]/g, '').toUpperCase()) ?? [])
  config.vms?.forEach(({ host, vmm }, index) => {
    if (host === undefined && vmm === undefined)
      throw flaw(document, ['vms', index], 'belongs to no host and to no VMM server', 'host, vmm or both')
  })
  for (const { path, to, names } of referencesOf(config)) {
    if (to === undefined || names.includes(to)) continue
    const near = nearest(to, names)
    const next = near === undefined ? {} : { next: `Did you mean ${near}?` }
    throw flaw(document, path, `names ${to}, which is not there`, names.join(', ') || `an entry of ${path.at(-1)}`, next)
  }
}

function referencesOf({ credentials = {}, hosts = [], vmm = [], vms = [] }: SnapcheckConfig): readonly Reference[] {
  const secrets = Object.keys(credentials)
  const names = (entries: readonly { readonly name: string }[]): readonly string[] => entries.map(({ name }) => name)
  return [
    ...hosts.map((host, index) => ({ path: ['hosts', index, 'credentials'], to: host.credentials, names: secrets })),
    ...vmm.map((server, index) => ({ path: ['vmm', index, 'credentials'], to: server.credentials, names: secrets })),
    ...vms.map((vm, index) => ({ path: ['vms', index, 'host'], to: vm.host, names: names(hosts) })),
    ...vms.map((vm, index) => ({ path: ['vms', index, 'vmm'], to: vm.vmm, names: names(vmm) })),
  ]
}

function refuseTwins(document: ConfigurationDocument, list: string, key: string, values: readonly string[]): void {
  const index = values.findIndex((value, at) => values.indexOf(value) < at)
  if (index >= 0) throw flaw(document, [list, index, key], `is there twice: ${values[index]}`, 'each once')
}

function flaw(
  document: ConfigurationDocument,
  path: KeyPath,
  what: string,
  expected: string,
  more: { readonly next?: string } = {},
): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_CONFIGURATION_INVALID', `${shown(path)} ${what}.`, {
    place: placed(document, path),
    expected,
    ...more,
  })
}
