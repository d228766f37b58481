import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId } from '../checkpoint/interface-id.ts'
import type { VmReading } from '../checkpoint/reading.ts'
import type { VmmJob } from '../judgement/diff/model.ts'
import type { CimInstance } from '../protocols/wsman/codec/instance.ts'
import type { FileKind, InspectionNotice, ParticipantRole } from './model.ts'

/** A VM as one file shows it. */
export interface ShownVm {
  /** The Hyper-V GUID; the product's own id of the VM where the file does not tell the former. */
  readonly vm: Guid
  readonly reading: VmReading
}

/** A product instance and the build that a file states of it. */
export interface StatedProduct {
  readonly role: ParticipantRole
  readonly build: string
  /** Which field it was read from. */
  readonly readFrom: string
}

/** One file of a collection, and what it says of itself. */
export interface CollectedPart {
  readonly side: 'host' | 'vmm'
  /** `about`, `end`, or the first hexadecimal digit of the ids of the VMs in it. */
  readonly part: string
  /** The host or management server, as it calls itself. */
  readonly place: string
  /** Account and role, in `about` only. */
  readonly scope: string | null
  /** How many VMs were to be collected, in `end` only. */
  readonly count: number | null
}

/** What was read from one file, before it is put beside others. */
export interface FileContent {
  readonly kind: FileKind
  readonly interface: InterfaceId
  /** Names of what the file is of: files that share one belong to the same server. */
  readonly identities: ReadonlySet<string>
  /** The latest time that the file itself states, RFC 3339 in UTC; null where it states none. */
  readonly statedTime: string | null
  readonly vms: readonly ShownVm[]
  /** Of WS-Management answers, of which several together show a VM; `vms` is then empty. */
  readonly instances: readonly CimInstance[]
  readonly products: readonly StatedProduct[]
  readonly jobs: readonly VmmJob[]
  /** Null where no script of snapcheck wrote it. */
  readonly collected: CollectedPart | null
  /** It carries the mark of snapcheck's own lab. */
  readonly isSimulator: boolean
  readonly notices: readonly Omit<InspectionNotice, 'path'>[]
}
