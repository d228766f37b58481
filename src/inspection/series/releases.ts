import type { ParticipantRole } from '../model.ts'

/** A release that a source ties to builds; what is not here has no name. */
interface Release {
  readonly role: ParticipantRole
  /** Of the build, up to a dot or the end. */
  readonly prefix: string
  readonly version: string
  readonly source: string
  readonly mark: 'documented' | 'observed'
}

const releases: readonly Release[] = [
  { role: 'vmm-server', prefix: '3.2', version: '2012 R2', source: 'PROVENANCE.md of manageiq-scvmm-inventory', mark: 'observed' },
  {
    role: 'hyperv-host',
    prefix: '6.3.9600',
    version: 'Windows Server 2012 R2',
    source: 'inventory-2017-11.json: hosts of 6.3.9600.18623 name their operating system so',
    mark: 'observed',
  },
]

export function releaseOf(role: ParticipantRole, build: string): string | null {
  return (
    releases.find((release) => release.role === role && (build === release.prefix || build.startsWith(`${release.prefix}.`)))?.version ??
    null
  )
}
