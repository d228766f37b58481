import { SnapcheckError, isSnapcheckError } from '../../../foundation/errors.ts'
import type { HttpRequest, HttpResponse } from '../../http/transport.ts'
import type { ODataError } from '../codec/document.ts'
import { formatOfMediaType, formats } from '../codec/formats.ts'

/** What a service said when it refused; the cause of the SnapcheckError. */
export interface ODataRefusal {
  readonly status: number
  /** The code in the body that is a number (VMM's own), else the code as it is; empty where there was none. */
  readonly code: string
}

const productCode = /^\d+$/

/**
 * An answer of 400 and above as an error: SNAPCHECK_PRODUCT_REFUSED where the body is an OData error, which only the
 * service itself writes; SNAPCHECK_PROTOCOL for anything else, such as an error page of the web server.
 */
export function refusal(request: HttpRequest, response: HttpResponse, label: string): SnapcheckError {
  const what = `${request.method} ${request.path}`
  const error = errorBody(response, label)
  if (error === undefined) {
    return new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} answered ${what} with HTTP ${response.status} and no OData error.`, {
      place: `${label}: ${what}`,
      observed: `HTTP ${response.status}, ${response.headers['content-type'] ?? 'no content type'}`,
      expected: 'an OData answer or an OData error',
      next: 'check that the configured root is the VMM service of Service Provider Foundation',
      cause: { status: response.status, code: '' } satisfies ODataRefusal,
    })
  }
  const code = [error.code, error.innerCode ?? ''].find((candidate) => productCode.test(candidate)) ?? error.code
  return new SnapcheckError(
    'SNAPCHECK_PRODUCT_REFUSED',
    `${label} refused ${what}: HTTP ${response.status}${code === '' ? '' : `, code ${code}`}.`,
    {
      place: `${label}: ${what}`,
      observed: `HTTP ${response.status}${code === '' ? '' : `, code ${code}`}`,
      expected: 'HTTP 2xx',
      ...(code === '' ? {} : { productCode: code }),
      cause: { status: response.status, code } satisfies ODataRefusal,
    },
  )
}

function errorBody(response: HttpResponse, label: string): ODataError | undefined {
  const format = formatOfMediaType(response.headers['content-type'] ?? '')
  if (format === undefined) return undefined
  try {
    return formats[format].codec.readError(response.body, label)
  } catch (error) {
    // A body that claims to be XML or JSON and is neither is no OData error; the caller reports the status.
    if (isSnapcheckError(error)) return undefined
    throw error
  }
}

/** What the service said, where the error is a refusal of it. */
export function refusalOf(error: unknown): ODataRefusal | undefined {
  if (!isSnapcheckError(error)) return undefined
  const { cause } = error
  return typeof cause === 'object' && cause !== null && 'status' in cause && 'code' in cause ? (cause as ODataRefusal) : undefined
}
