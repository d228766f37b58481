import { formatOfMediaType, formats } from '../../../../protocols/odata/codec/formats.ts'
import type { ODataError } from '../../../../protocols/odata/codec/document.ts'
import type { EdmRecord } from '../../../../protocols/odata/codec/edm.ts'
import { virtualClock } from '../../../clock/virtual-clock.ts'
import type { VirtualClock } from '../../../clock/world-clock.ts'
import { createVmmServer, type VmmServer } from '../../../vmm/server.ts'
import type { VmmCheckpoint } from '../../../vmm/model.ts'
import { createWorld, type World } from '../../../world/world.ts'
import { startSpfServer } from '../server.ts'
import type { SpfSwitches } from '../switches.ts'

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A running SPF and a hand that writes requests byte by byte, as somebody else's client would. */
export interface Desk extends AsyncDisposable {
  readonly world: World
  readonly clock: VirtualClock
  readonly vmm: VmmServer
  readonly origin: string
  ask(method: string, path: string, asked?: Asked): Promise<Response>
  /** The only checkpoint of HV4 at the beginning. */
  readonly first: VmmCheckpoint
  keyOf(id: string): string
}

export const root = '/SC2012/VMM/Microsoft.Management.Odata.svc/'
export const json = { 'content-type': 'application/json', accept: 'application/json' }

export async function desk(switches: Partial<SpfSwitches> = {}): Promise<Desk> {
  const clock = virtualClock(Date.UTC(2026, 0, 15, 9))
  const world = createWorld({ seed: 'desk', clock })
  const vmm = createVmmServer({ world, seed: 'desk' })
  const server = await startSpfServer({ vmm, clock, credentials: { user: 'u', password: 'p' }, port: 0, switches })
  const always = { authorization: `Basic ${Buffer.from('u:p').toString('base64')}`, 'x-ms-principal-id': 'anything' }
  return {
    world,
    clock,
    vmm,
    origin: server.url,
    ask: (method, path, { headers = {}, body } = {}) =>
      fetch(path.startsWith('/') ? server.url + path : server.url + root + path, {
        method,
        headers: { ...always, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    first: vmm.checkpoints().find(({ vm }) => vm === vmm.vms().find(({ name }) => name === 'HV4')!.id)!,
    keyOf: (id) => `(ID=guid'${id}',StampId=guid'${vmm.stampId}')`,
    async [Symbol.asyncDispose]() {
      vmm.close()
      await server.close()
    },
  }
}

export async function propertiesIn(response: Response): Promise<EdmRecord> {
  const document = formats[formatOfMediaType(response.headers.get('content-type') ?? '')!].codec.read(await response.text(), 'answer')
  if (document.kind !== 'entity') throw new Error('a feed')
  return document.entity.properties
}

export async function errorIn(response: Response): Promise<ODataError | undefined> {
  return formats[formatOfMediaType(response.headers.get('content-type') ?? '')!].codec.readError(await response.text(), 'answer')
}
