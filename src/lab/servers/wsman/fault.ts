import type { OutgoingFault } from '../../../protocols/wsman/codec/fault.ts'

/** What a request is answered with instead of a reply; thrown wherever the reason is found. */
export type FaultAnswer = Pick<OutgoingFault, 'kind'> & Partial<Pick<OutgoingFault, 'detail' | 'form' | 'providerStatus' | 'wsmanCode'>>

export class WsmanRefusal extends Error {
  override readonly name = 'WsmanRefusal'
  readonly fault: FaultAnswer

  constructor(fault: FaultAnswer, reason: string) {
    super(reason)
    this.fault = fault
  }
}

/** @param reason for a person; clients match codes. */
export function refuse(fault: FaultAnswer | FaultAnswer['kind'], reason: string): WsmanRefusal {
  return new WsmanRefusal(typeof fault === 'string' ? { kind: fault } : fault, reason)
}
