import { isSnapcheckError } from '../../../foundation/errors.ts'
import { readEnvelope, writeEnvelope, type IncomingMessage } from '../../../protocols/wsman/codec/envelope.ts'
import { faultAction, writeFault } from '../../../protocols/wsman/codec/fault.ts'
import { answerHeaders, type Headers } from '../../../protocols/wsman/codec/headers.ts'
import { isIdentify } from '../../../protocols/wsman/codec/identify.ts'
import { actions } from '../../../protocols/wsman/codec/namespaces.ts'
import { refuse, WsmanRefusal } from './fault.ts'
import { enumerate, pull, release } from './operations/enumerate.ts'
import { get } from './operations/get.ts'
import { identify } from './operations/identify.ts'
import { invoke, invokedMethod } from './operations/invoke.ts'
import type { Operation, WsmanRequest } from './request.ts'
import type { WsmanSession } from './session.ts'

export interface SoapAnswer {
  readonly status: 200 | 400 | 500
  readonly document: string
}

const operations: Readonly<Record<string, Operation>> = {
  [actions.get]: get,
  [actions.enumerate]: enumerate,
  [actions.pull]: pull,
  [actions.release]: release,
}
const language = 'en-US'

/**
 * One envelope in, one out. What cannot be done is answered by fault: HTTP 500, or 400 where the envelope itself cannot be
 * read. Undefined where the request is one for which credentials are needed and none were shown.
 */
export function converse(document: string, session: WsmanSession, isAuthenticated: boolean): SoapAnswer | undefined {
  let message: IncomingMessage
  try {
    message = readEnvelope(document, 'request')
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    return faultAnswer({}, refuse('schemaValidation', `${error.message} ${error.observed ?? ''}`), session, 400)
  }
  if (isIdentify(message.body))
    return {
      status: 200,
      document: writeEnvelope({ kind: 'response', headers: {}, body: identify(session.view, isAuthenticated), language }),
    }
  if (!isAuthenticated) return undefined
  try {
    return answer(message, session)
  } catch (error) {
    if (!(error instanceof WsmanRefusal)) throw error
    return faultAnswer(message.headers, error, session, 500)
  }
}

function answer({ headers, body, notUnderstood }: IncomingMessage, session: WsmanSession): SoapAnswer {
  if (notUnderstood[0] !== undefined) throw refuse('mustUnderstand', `The lab does not understand the header ${notUnderstood[0].name}.`)
  const content = perform({ headers, body, session })
  return {
    status: 200,
    document: writeEnvelope({
      kind: 'response',
      headers: answerHeaders(headers, session.nextUuid(), `${headers.action}Response`),
      ...(content === undefined ? {} : { body: content }),
      language,
    }),
  }
}

function perform(request: WsmanRequest): ReturnType<Operation> {
  const { action, resourceUri } = request.headers
  const operation = operations[action ?? '']
  if (operation !== undefined) return operation(request)
  const method = invokedMethod(action, resourceUri)
  if (method !== undefined) return invoke(method, request)
  throw refuse('actionNotSupported', `The lab does not do ${action ?? 'a request without an action'}.`)
}

function faultAnswer(headers: Headers, { fault, message }: WsmanRefusal, session: WsmanSession, status: 400 | 500): SoapAnswer {
  const { view, switches } = session
  return {
    status,
    document: writeEnvelope({
      kind: 'response',
      headers: answerHeaders(headers, session.nextUuid(), faultAction(fault.kind)),
      body: writeFault({ form: switches.faultForm, ...fault, reason: message, language, machine: view.host.name }),
      language,
    }),
  }
}
