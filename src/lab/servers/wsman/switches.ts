import type { FaultForm } from '../../../protocols/wsman/codec/faultDetail.ts'

/** Ways in which real hosts differ, or in which sources contradict each other. What is left out is the default. */
export interface WsmanSwitches {
  /** Every WQL filter is refused with CannotProcessFilter, as one source says of its host; default false (ws-man.md section 6). */
  readonly refuseWql?: boolean
  /** The form of a fault's detail; default WSManFault. Quota faults always come as MSFT_WmiError (ws-man.md section 9). */
  readonly faultForm?: FaultForm
  /** MaxConcurrentOperationsPerUser: enumerations open at once; default 1500, 15 on very old hosts (ws-man.md section 10). */
  readonly concurrentOperations?: number
  /** EnumerationTimeoutms: how long a context may be idle; default 60000 (documented), 240000 by field report. */
  readonly enumerationTimeoutMs?: number
}

export const wsmanDefaults: Required<WsmanSwitches> = {
  refuseWql: false,
  faultForm: 'WSManFault',
  concurrentOperations: 1_500,
  enumerationTimeoutMs: 60_000,
}
