import { dirname } from 'node:path'
import { SnapcheckError } from '../../foundation/errors.ts'
import { labMark } from '../../foundation/lab-mark.ts'
import { readBatch } from '../../protocols/wsman/codec/enumeration.ts'
import { readEnvelope } from '../../protocols/wsman/codec/envelope.ts'
import { readIdentifyResponse } from '../../protocols/wsman/codec/identify.ts'
import { readInstance, type CimInstance } from '../../protocols/wsman/codec/instance.ts'
import { xmlReader } from '../../protocols/xml/read.ts'
import type { XmlElement } from '../../protocols/xml/tree.ts'
import type { FileContent, StatedProduct } from '../content.ts'
import type { SourceFile } from '../source/file.ts'

/** An envelope is read as a whole; a host's own limit for one (MaxEnvelopeSizekb) is 500 kB unless it is raised. */
const largestEnvelope = 16 * 1024 * 1024

/** Reads one answer: instances of an Enumerate, Pull or Get, or what Identify gives. Faults and other answers show nothing. */
export function readWsmanFile(file: SourceFile): FileContent {
  if (file.bytes > largestEnvelope) {
    throw new SnapcheckError('SNAPCHECK_FILE_LIMIT', `${file.path} is too large for one WS-Management answer.`, {
      place: file.path,
      observed: `${file.bytes} bytes`,
      expected: `at most ${largestEnvelope}`,
      next: 'Store each answer in a file of its own.',
    })
  }
  const document = [...file.pieces()].join('')
  const { body } = readEnvelope(document, file.path)
  const identity = identityOf(body)
  return {
    kind: 'hyperv-wmi-wsman',
    interface: 'hyperv-wmi',
    identities: new Set([`folder:${dirname(file.location)}`]),
    statedTime: recordedAt(document, file.path),
    vms: [],
    instances: instancesOf(body),
    products: identity.products,
    jobs: [],
    collected: null,
    isSimulator: identity.vendor === labMark.vendor,
    notices: [],
  }
}

function instancesOf(body: XmlElement | undefined): readonly CimInstance[] {
  if (body === undefined) return []
  if (body.name === 'EnumerateResponse' || body.name === 'PullResponse')
    return readBatch(body).items.flatMap(({ instance }) => instance ?? [])
  return classUri.test(body.namespace) && !body.name.endsWith('_OUTPUT') ? [readInstance(body)] : []
}

/** The namespace of an instance that is a body of its own, as Get answers. */
const classUri = /\/wbem\/wsman\/1\/wmi\//

/** `OS: 10.0.20348 SP: 0.0 Stack: 3.0`; without credentials a host gives zeros (ws-man.md section 4). */
const osVersion = /\bOS: (?!0\.0\.0)(\d+(?:\.\d+)+)/

function identityOf(body: XmlElement | undefined): { readonly vendor: string | undefined; readonly products: readonly StatedProduct[] } {
  if (body?.name !== 'IdentifyResponse') return { vendor: undefined, products: [] }
  const { productVendor, productVersion } = readIdentifyResponse(body)
  const build = osVersion.exec(productVersion)?.[1]
  return {
    vendor: productVendor,
    products: build === undefined ? [] : [{ role: 'hyperv-host', build, readFrom: 'ProductVersion of Identify' }],
  }
}

/** The recorder of go-wsman states the time in a comment before the envelope (recorded). */
const recorded = /^\s*recorded-at: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z\s*$/m

function recordedAt(document: string, place: string): string | null {
  let time: string | null = null
  const nothing = (): undefined => undefined
  const reader = xmlReader(place, {
    open: nothing,
    close: nothing,
    text: nothing,
    comment: (text) => void (time ??= recorded.exec(text)?.[1] ?? null),
  })
  reader.write(document)
  return time === null ? null : `${time}.000Z`
}
