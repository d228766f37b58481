import { SnapcheckError, isSnapcheckError } from '../../../foundation/errors.ts'
import { principalHeader, urlRoots } from '../../../products/spf/service.ts'
import { checkProperties, type EdmRecord, type EntitySet } from '../../../protocols/odata/codec/edm.ts'
import { formatOfMediaType, formats, negotiate, type FormatName } from '../../../protocols/odata/codec/formats.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import type { VmmServer } from '../../vmm/server.ts'
import {
  serveLoopback,
  type LabCredentials,
  type LabHttpRequest,
  type LabHttpResponse,
  type RunningServer,
} from '../http/loopback-server.ts'
import type { SpfContext } from './checkpoints.ts'
import { soundSpf, type SpfEffects } from './effects.ts'
import { render, renderRefusal } from './render.ts'
import { refuse, type Reply } from './reply.ts'
import { route } from './route.ts'
import { defaultSpfSwitches, type SpfSwitches } from './switches.ts'

export interface SpfServerOptions {
  readonly vmm: VmmServer
  readonly clock: WorldClock
  readonly effects?: SpfEffects
  readonly credentials: LabCredentials
  /** 0: any free one. */
  readonly port: number
  readonly switches?: Partial<SpfSwitches>
  /** Scheme, host and port in the addresses that answers contain; left out: as the request named them. */
  readonly origin?: string
}

interface Served extends SpfContext {
  readonly origin: string | undefined
}

/** Serves VMM's database as Service Provider Foundation does, below every documented root (C-101), behind Basic authentication. */
export async function startSpfServer(options: SpfServerOptions): Promise<RunningServer> {
  const { vmm, clock, credentials, port, switches, origin, effects = soundSpf } = options
  const context: Served = { vmm, clock, origin, effects, switches: { ...defaultSpfSwitches, ...switches } }
  return serveLoopback({ port, credentials, realm: 'snapcheck lab SPF', answer: (request) => answerTo(context, request) })
}

async function answerTo(context: Served, request: LabHttpRequest): Promise<LabHttpResponse> {
  const { switches, clock } = context
  const format = negotiate(acceptOf(request), switches.formats)
  if (format === undefined) return renderRefusal(refuse(415, 'The requested format is not supported.'), switches.formats.at(-1)!)
  const root = urlRoots.map(({ form }) => form.exec(request.path)?.[0]).find((found) => found !== undefined)
  if (root === undefined) return renderRefusal(refuse(404, 'There is no service here.'), format)
  const origin = context.origin ?? `http://${request.headers['host'] ?? ''}`
  const reply = await replyTo(context, request, root)
  try {
    return render(reply, { format, root: `${origin}${root}/`, now: new Date(clock.now()).toISOString() })
  } catch (error) {
    // A Description may hold what JSON carries and XML does not.
    if (isSnapcheckError(error)) return renderRefusal(refuse(500, 'The answer holds a character that this format cannot carry.'), format)
    throw error
  }
}

/** A client that asks for the metadata document asks for XML, whatever the formats of its payloads are. */
function acceptOf({ path, headers }: LabHttpRequest): string | undefined {
  return path.endsWith('/$metadata') ? undefined : headers['accept']
}

async function replyTo(context: SpfContext, request: LabHttpRequest, root: string): Promise<Reply> {
  const { switches } = context
  if (switches.principalHeader === 'required' && request.headers[principalHeader] === undefined)
    return refuse(400, `The header ${principalHeader} is missing.`)
  const sent = bodyFormat(request, switches.formats)
  if (sent === undefined) return refuse(415, 'The content type of the request is not supported.')
  const [path = '', query = ''] = request.path.slice(root.length + 1).split(/\?(.*)/s)
  try {
    const body = (set: EntitySet): EdmRecord => readBody(request, sent, set)
    return await route(context, { method: request.method, path, query: new URLSearchParams(query), body })
  } catch (error) {
    // Whatever a codec cannot read is the client's fault; its own message says what and where.
    if (isSnapcheckError(error)) return refuse(400, [error.message, error.expected].filter(Boolean).join(' '))
    throw error
  }
}

function bodyFormat({ body, headers }: LabHttpRequest, offered: readonly FormatName[]): FormatName | undefined {
  if (body === '') return offered.at(-1)
  const format = formatOfMediaType(headers['content-type'] ?? '')
  return format !== undefined && offered.includes(format) ? format : undefined
}

function readBody({ body }: LabHttpRequest, format: FormatName, set: EntitySet): EdmRecord {
  const document = formats[format].codec.read(body, 'the request')
  if (document.kind !== 'entity') throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The request holds a feed.', { expected: 'one entity' })
  return checkProperties(document.entity.properties, set.type)
}
