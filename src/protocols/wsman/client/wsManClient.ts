import type { HttpTransport } from '../../http/transport.ts'
import { SnapcheckError } from '../../../foundation/errors.ts'
import type { Fault } from '../codec/fault.ts'
import { wbemStatus } from '../codec/faultTable.ts'
import { readIdentifyResponse, writeIdentify, type Identity } from '../codec/identify.ts'
import { readInstance, type CimInstance } from '../codec/instance.ts'
import { methodAction, readOutput, writeInput, type MethodParameter, type ParameterTypes } from '../codec/invoke.ts'
import { actions } from '../codec/namespaces.ts'
import type { Reference } from '../codec/reference.ts'
import { readClassUri } from '../codec/resourceUri.ts'
import { untyped, type CimValue, type Schema } from '../codec/value.ts'
import { associatedObjects, type Association } from './associations.ts'
import { eachObject, selectObjects, type Selection } from './selection.ts'
import { refusal } from './refusal.ts'
import { wsManSession, type Reply, type WsManSessionOptions } from './session.ts'

export type { HttpTransport }

export interface WsManOptions extends WsManSessionOptions {
  /** Types of properties, which the wire does not tell; left out, everything is text. */
  readonly schema?: Schema
  /** Items of one batch; default 50. A host gives one item where it is not told a number (recorded). */
  readonly maxElements?: number
}

export interface Invocation {
  /** The object on which the method is called. For a singleton service CreationClassName is enough (observed). */
  readonly on: Reference
  readonly method: string
  readonly parameters: readonly MethodParameter[]
  readonly types?: ParameterTypes
}

/**
 * WS-Management as Hyper-V hosts speak it. Faults reject with SNAPCHECK_PRODUCT_REFUSED, SNAPCHECK_ACCESS_DENIED or, where
 * the request itself was at fault, SNAPCHECK_PROTOCOL; `productCode` holds the host's code.
 */
export interface WsManClient {
  readonly label: string
  /** True once an answer carried the lab's mark. */
  isLab(): boolean
  identify(): Promise<Identity>
  /** Null where the host has no such object. */
  get(reference: Reference): Promise<CimInstance | null>
  /** The objects of a class; where the host refuses WQL, all are fetched and filtered here. */
  select(selection: Selection): Promise<readonly CimInstance[]>
  /** All objects of a class as they come; a caller that stops early releases the enumeration. */
  each(selection: Omit<Selection, 'where'>): AsyncGenerator<CimInstance, void, void>
  /** The objects at the other end of an association. */
  associated(association: Association): Promise<readonly CimInstance[]>
  /** The out parameters. A ReturnValue that says "failed" is no fault: judging it is the caller's matter. */
  invoke(invocation: Invocation): Promise<ReadonlyMap<string, CimValue>>
}

export function wsManClient(options: WsManOptions): WsManClient {
  const session = wsManSession(options)
  const { label } = session
  const schema = options.schema ?? untyped
  const context = { session, schema, maxElements: options.maxElements ?? 50, wql: { refused: false } }

  const get = async (reference: Reference): Promise<CimInstance | null> => {
    const reply = await session.send({ action: actions.get, resourceUri: reference.resourceUri, selectors: reference.selectors })
    if (reply.fault !== undefined && isMissingObject(reply.fault)) return null
    const { body } = answered(reply, `Get ${classOf(reference)}`, label)
    if (body !== undefined) return readInstance(body, schema)
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} answered a Get with an empty body.`, {
      place: label,
      expected: `an instance of ${classOf(reference)}`,
    })
  }
  return {
    label,
    isLab: session.isLab,
    get,
    async identify() {
      return readIdentifyResponse(answered(await session.bare(writeIdentify()), 'Identify', label).body)
    },
    select: (selection) => selectObjects(context, selection),
    each: (selection) => eachObject(context, selection),
    associated: (association) => associatedObjects({ ...context, get }, association),
    async invoke({ on, method, parameters, types }) {
      const { resourceUri, selectors } = on
      const reply = await session.send(
        { action: methodAction(resourceUri, method), resourceUri, selectors },
        writeInput(resourceUri, method, parameters),
      )
      return readOutput(answered(reply, method, label).body, types).parameters
    },
  }
}

function answered(reply: Reply, operation: string, label: string) {
  if (reply.fault !== undefined) throw refusal(reply.fault, operation, label)
  return reply
}

/** A class or namespace that is not there has the same subcode; only the WMI provider's status tells them apart. */
function isMissingObject({ kind, providerStatus }: Fault): boolean {
  return kind === 'notFound' && (providerStatus === null || providerStatus === wbemStatus.notFound)
}

function classOf({ resourceUri }: Reference): string {
  return readClassUri(resourceUri)?.className ?? resourceUri
}
