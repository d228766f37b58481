import { parseGuid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { CheckpointReading, Reading, VmReading } from '../../checkpoint/reading.ts'
import { parseProductTime } from '../../checkpoint/time.ts'
import { labMark } from '../../foundation/lab-mark.ts'
import type { VmmJob } from '../../judgement/diff/model.ts'
import type { CollectedPart, FileContent, ShownVm, StatedProduct } from '../content.ts'
import { firstText, type Exported } from '../exported/exported.ts'
import type { FileKind, ParticipantRole } from '../model.ts'
import { serverMembers } from '../shapes.ts'

type Notice = FileContent['notices'][number]

/** Gathers what a file shows, in whatever order it shows it. */
export interface Collector {
  /** The file says that it is of the server, VM or host with this name. */
  identity(name: string): void
  vm(shown: ShownVm): void
  /** A VM without any GUID: nothing of it can be told apart from another's. */
  noIdentity(name: string): void
  time(reading: Reading | undefined): void
  product(stated: StatedProduct): void
  job(job: VmmJob): void
  collected(part: CollectedPart): void
  /** Looks for the lab's mark on an object. */
  mark(object: Exported): void
  notice(notice: Notice): void
  content(kind: FileKind, reader: InterfaceId): FileContent
}

/** The words that the mark begins with, whatever follows. */
const markWords = labMark.vendor.replace(/ \(.*$/, '')
/** A host that VMM has not reached yet has this version (recorded, 2017). */
const noBuild = /^0(?:\.0)*$/

export function collector(): Collector {
  const identities = new Set<string>()
  const vms: ShownVm[] = []
  const products = new Map<string, StatedProduct>()
  const notices = new Map<string, Notice>()
  const jobs: VmmJob[] = []
  let collected: CollectedPart | null = null
  let statedTime: string | null = null
  let isSimulator = false

  return {
    identity: (name) => void identities.add(name.toLowerCase()),
    vm: (shown) => void vms.push(shown),
    noIdentity: (name) =>
      void notices.set(`no-vm-identity ${name}`, {
        code: 'no-vm-identity',
        sentence: `A VM of the file has no GUID of any kind and was left out (${name}).`,
      }),
    time(reading) {
      if (reading?.form !== 'value') return
      const { value, zoned } = parseProductTime(String(reading.raw))
      if (zoned && (statedTime === null || value > statedTime)) statedTime = value
    },
    product(stated) {
      if (!noBuild.test(stated.build)) products.set(`${stated.role} ${stated.build}`, stated)
    },
    job: (job) => void jobs.push(job),
    collected: (part) => void (collected = part),
    mark(object) {
      isSimulator ||= serverMembers.mark.some((name) => firstText(object, [name])?.startsWith(markWords) === true)
    },
    notice: (notice) => void notices.set(notice.sentence, notice),
    content: (kind, reader) => ({
      kind,
      interface: reader,
      identities,
      statedTime,
      vms,
      instances: [],
      products: agreed([...products.values()]),
      jobs,
      collected,
      isSimulator,
      notices: [...notices.values()],
    }),
  }
}

/** A management server has one build: where a file states two, neither can be taken for that of the answer. */
function agreed(products: readonly StatedProduct[]): readonly StatedProduct[] {
  const builds = (role: ParticipantRole): number => products.filter((product) => product.role === role).length
  return products.filter(({ role }) => role !== 'vmm-server' || builds(role) === 1)
}

/** Under the Hyper-V GUID where it is known, else under the product's own id of the VM. */
export function collectVm(into: Collector, fields: VmReading['fields'], checkpoints: readonly CheckpointReading[]): void {
  const vm = guidIn(fields.vmId) ?? guidIn(fields.vmDatabaseId)
  if (vm === undefined) return into.noIdentity(String(fields.vmName?.raw ?? '(no name)'))
  into.identity(`vm:${guidIn(fields.vmDatabaseId) ?? vm}`)
  into.vm({ vm, reading: { fields, checkpoints } })
  for (const checkpoint of checkpoints) into.time(checkpoint.fields.modifiedTime)
}

export function guidIn(reading: Reading | undefined): ReturnType<typeof parseGuid> {
  return reading?.form === 'value' ? parseGuid(String(reading.raw)) : undefined
}
