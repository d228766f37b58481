import type { Headers } from '../../../protocols/wsman/codec/headers.ts'
import type { Markup } from '../../../protocols/wsman/codec/markup.ts'
import type { XmlElement } from '../../../protocols/xml/tree.ts'
import type { WsmanSession } from './session.ts'

/** One request as an operation gets it. */
export interface WsmanRequest {
  readonly headers: Headers
  readonly body: XmlElement | undefined
  readonly session: WsmanSession
}

/** An operation answers with a body, or throws a WsmanRefusal. */
export type Operation = (request: WsmanRequest) => Markup | undefined
