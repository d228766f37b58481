import { soapContentType, wsmanPath } from '../../../protocols/wsman/codec/namespaces.ts'
import type { World } from '../../world/world.ts'
import {
  serveLoopback,
  unauthorized,
  type LabCredentials,
  type LabHttpRequest,
  type LabHttpResponse,
  type RunningServer,
} from '../http/loopback-server.ts'
import { converse } from './conversation.ts'
import { soundWsman, type WsmanEffects } from './effects.ts'
import { wsmanSession, type WsmanSession } from './session.ts'
import type { WsmanSwitches } from './switches.ts'

export interface WsmanServerOptions {
  readonly world: World
  readonly credentials: LabCredentials
  /** 0: any free one. */
  readonly port: number
  readonly switches: WsmanSwitches
  readonly effects?: WsmanEffects
}

const realm = 'WSMAN'

/** WS-Management of the world's first host, at `/wsman`. */
export function startWsmanServer(options: WsmanServerOptions): Promise<RunningServer> {
  const { world, credentials, port, switches, effects = soundWsman } = options
  const session = wsmanSession(world, world.hosts[0]!, switches, effects)
  return serveLoopback({ port, realm, credentials, isPublic: mayBeAnonymous, answer: (request) => answer(request, session) })
}

/** Identify is answered without credentials with this header only (ws-man.md section 4, documented). */
function mayBeAnonymous({ headers }: LabHttpRequest): boolean {
  return headers['wsmanidentify'] === 'unauthenticated'
}

function answer({ method, path, body, authenticated }: LabHttpRequest, session: WsmanSession): LabHttpResponse {
  if (path.split('?')[0]?.toLowerCase() !== wsmanPath) return { status: 404, headers: {}, body: '' }
  if (method !== 'POST') return { status: 405, headers: { allow: 'POST' }, body: '' }
  const said = converse(body, session, authenticated)
  if (said === undefined) return unauthorized(realm)
  return { status: said.status, headers: { 'content-type': soapContentType }, body: said.document }
}
