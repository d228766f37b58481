import type { InterfaceId, Origin } from '../../checkpoint/interface-id.ts'
import type { StatedProduct } from '../content.ts'
import type { InspectedParticipant, ParticipantRole } from '../model.ts'
import type { ReadFile } from '../read-file.ts'
import { releaseOf } from './releases.ts'

/** Which product answers through an interface. */
const answering: Readonly<Record<InterfaceId, ParticipantRole>> = {
  'hyperv-wmi': 'hyperv-host',
  'hyperv-powershell': 'hyperv-host',
  'scvmm-powershell': 'vmm-server',
  'scvmm-spf': 'vmm-server',
  'scvmm-arc': 'vmm-server',
}

const products: Readonly<Record<ParticipantRole, string>> = {
  'vmm-server': 'System Center Virtual Machine Manager',
  'hyperv-host': 'Microsoft Hyper-V',
}

/** Numbers participants in the order in which they are met: one for each server and build, so that an upgrade makes two. */
export interface ParticipantList {
  /** The participant that answered in these files of one server. */
  answerer(server: number, files: readonly ReadFile[]): InspectedParticipant
  /** Instances whose build the files state without an observation through them: hosts of a management server, cluster nodes. */
  mentioned(server: number, files: readonly ReadFile[]): void
  readonly all: readonly InspectedParticipant[]
}

export function participantList(): ParticipantList {
  const known = new Map<string, InspectedParticipant>()
  const filesOf = new Map<string, Set<string>>()

  function add(
    server: number,
    reader: InterfaceId,
    role: ParticipantRole,
    stated: StatedProduct | undefined,
    files: readonly ReadFile[],
  ): InspectedParticipant {
    const isSimulator = files.some(({ content }) => content.isSimulator)
    const build = stated?.build ?? null
    const key = [server, reader, role, build, isSimulator].join(' ')
    const before = known.get(key)
    for (const { file } of files) remember(key, file.path)
    if (before !== undefined) return before
    const made: InspectedParticipant = {
      id: `${role}-${[...known.values()].filter((other) => other.role === role).length + 1}`,
      interface: reader,
      role,
      product: products[role],
      version: build === null ? null : releaseOf(role, build),
      build,
      identifiedBy: stated?.readFrom ?? 'the form of the file; it states no build of the product',
      origin: originOf(build, isSimulator),
      files: [],
    }
    known.set(key, made)
    return made
  }

  function remember(key: string, path: string): void {
    const paths = filesOf.get(key) ?? new Set()
    filesOf.set(key, paths.add(path))
  }

  return {
    answerer(server, files) {
      const reader = files[0]!.content.interface
      const role = answering[reader]
      const stated = files.flatMap(({ content }) => content.products).filter((product) => product.role === role)
      const builds = new Set(stated.map(({ build }) => build))
      return add(server, reader, role, builds.size === 1 ? stated[0] : undefined, files)
    },
    mentioned(server, files) {
      for (const file of files) {
        for (const product of file.content.products) add(server, file.content.interface, product.role, product, [file])
      }
    },
    get all() {
      return [...known].map(([key, participant]) => ({ ...participant, files: [...(filesOf.get(key) ?? [])].toSorted() }))
    },
  }
}

/** Only a positively identified build is a product (design section 1); the lab's mark outweighs any build. */
function originOf(build: string | null, isSimulator: boolean): Origin {
  if (isSimulator) return 'simulator'
  return build === null ? 'unidentified' : 'product'
}
