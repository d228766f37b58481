import type { CimValue } from '../../../../protocols/wsman/codec/value.ts'
import type { Started } from '../../../world/operations/context.ts'
import type { HostView } from '../host-view.ts'
import type { StoredObject } from '../repository.ts'

export interface Invoked {
  /** The object on which the method is called. */
  readonly target: StoredObject
  readonly parameters: ReadonlyMap<string, CimValue>
  readonly view: HostView
}

/** A job, a refusal, or at once the out parameters. */
export type MethodResult =
  | Started
  | { readonly out: Readonly<Record<string, CimValue>>; readonly job?: undefined; readonly refusal?: undefined }

/** A failure of the call itself is a ReturnValue in a normal answer, not a fault (ws-man.md section 7). */
export type Method = (invoked: Invoked) => MethodResult
