import type { ErrorCode } from '../../../foundation/error-codes.ts'
import { SnapcheckError } from '../../../foundation/errors.ts'
import type { Fault } from '../codec/fault.ts'
import { wbemStatus, type FaultKind } from '../codec/faultTable.ts'

/** Faults that say something else than "the product refuses": the request was not what the protocol asks for. */
const codes: Readonly<Partial<Record<FaultKind, ErrorCode>>> = {
  accessDenied: 'SNAPCHECK_ACCESS_DENIED',
  mustUnderstand: 'SNAPCHECK_PROTOCOL',
  schemaValidation: 'SNAPCHECK_PROTOCOL',
  actionNotSupported: 'SNAPCHECK_PROTOCOL',
  malformedResourceUri: 'SNAPCHECK_PROTOCOL',
  insufficientSelectors: 'SNAPCHECK_PROTOCOL',
  unexpectedSelectors: 'SNAPCHECK_PROTOCOL',
  ambiguousSelectors: 'SNAPCHECK_PROTOCOL',
  duplicateSelectors: 'SNAPCHECK_PROTOCOL',
  selectorTypeMismatch: 'SNAPCHECK_PROTOCOL',
  envelopeLimitTooSmall: 'SNAPCHECK_PROTOCOL',
  unsupportedFeature: 'SNAPCHECK_PROTOCOL',
  invalidOptions: 'SNAPCHECK_PROTOCOL',
}

/** A fault as an error. Its text is shown to a person and never compared: it is in the host's language. */
export function refusal(fault: Fault, operation: string, label: string): SnapcheckError {
  const denied = fault.providerStatus === wbemStatus.accessDenied
  const code = denied ? 'SNAPCHECK_ACCESS_DENIED' : ((fault.kind && codes[fault.kind]) ?? 'SNAPCHECK_PRODUCT_REFUSED')
  const productCode = codeOf(fault)
  return new SnapcheckError(code, `${label} refused ${operation}.`, {
    place: label,
    observed: [fault.subcode?.name ?? fault.code, fault.detail, productCode, fault.message ?? fault.reason]
      .filter((part) => part !== null && part !== '')
      .join(', '),
    expected: 'an answer without a fault',
    ...(productCode === null ? {} : { productCode }),
    next: 'Look the code up; the evidence holds the exchange.',
  })
}

/** The provider's own code says more than that of WS-Management around it. */
function codeOf({ providerStatus, wsmanCode, subcode }: Fault): string | null {
  const number = providerStatus ?? wsmanCode
  return number === null ? (subcode?.name ?? null) : `0x${number.toString(16).toUpperCase().padStart(8, '0')}`
}
