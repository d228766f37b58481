import type { InterfaceId, Origin } from '../checkpoint/interface-id.ts'
import type { SnapcheckError } from '../foundation/errors.ts'
import type { Story } from '../judgement/observation.ts'
import type { FileProvenance } from './provenance.ts'

/** What a file turned out to be, with the words that reports use for it. */
export const fileKinds = {
  'scvmm-inventory-clixml': 'inventory of an SCVMM server, CLIXML',
  'scvmm-inventory-json': 'inventory of an SCVMM server, JSON',
  'scvmm-objects-clixml': 'objects of the VirtualMachineManager module, CLIXML',
  'scvmm-objects-json': 'objects of the VirtualMachineManager module, JSON',
  'scvmm-arc-json': 'answer of Azure Arc-enabled SCVMM',
  'collected-host': 'host side of snapcheck collect, CLIXML',
  'collected-vmm': 'VMM side of snapcheck collect, CLIXML',
  'hyperv-wmi-wsman': 'WS-Management answer of a Hyper-V host',
  'hyperv-objects-clixml': 'objects of the Hyper-V or FailoverClusters module, CLIXML',
  'hyperv-objects-json': 'objects of the Hyper-V or FailoverClusters module, JSON',
} as const
export type FileKind = keyof typeof fileKinds

export interface InspectedFile {
  /** Relative to the working folder, or folder and name where it lies elsewhere. */
  readonly path: string
  readonly kind: FileKind
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  /** From the `provenance.json` beside the file; null where there is none or it does not name the file. */
  readonly provenance: FileProvenance | null
  /** `sha256:<hex>`: what observations name as their evidence. The file itself is not stored again. */
  readonly evidenceDigest: string
}

export type ParticipantRole = 'vmm-server' | 'hyperv-host'

/** A product instance as the files state it. Labels, never addresses. */
export interface InspectedParticipant {
  readonly id: string
  readonly interface: InterfaceId
  readonly role: ParticipantRole
  readonly product: string
  /** The release's name; null where no source ties the build to one. */
  readonly version: string | null
  readonly build: string | null
  /** Which field of which file was read. */
  readonly identifiedBy: string
  /** `product` only where a product build was read, `simulator` where a file carries the lab's mark. */
  readonly origin: Origin
  /** Paths of the files in which it was met, sorted. */
  readonly files: readonly string[]
}

/** A file that could not be read; the others are judged all the same. */
export interface InspectionProblem {
  readonly path: string
  readonly error: SnapcheckError
}

/** Something in a file that nothing may be concluded from; no failure. */
export interface InspectionNotice {
  readonly path: string
  readonly code: 'truncated-by-depth' | 'no-vm-identity' | 'no-checkpoint-list'
  readonly sentence: string
}

export interface Inspection {
  /** One for each set of files of one server that shows a VM, scenario `inspect`. */
  readonly stories: readonly Story[]
  readonly participants: readonly InspectedParticipant[]
  readonly files: readonly InspectedFile[]
  readonly problems: readonly InspectionProblem[]
  readonly notices: readonly InspectionNotice[]
}
