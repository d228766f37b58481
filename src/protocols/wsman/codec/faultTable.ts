/** One way in which a host refuses. */
export interface FaultEntry {
  /** SOAP code, without prefix. */
  readonly code: 'Sender' | 'Receiver' | 'MustUnderstand'
  /** Namespace prefix and local name; null where the SOAP code says it all. */
  readonly subcode: readonly [prefix: 'a' | 'w' | 'n', name: string] | null
  /** The tail of FaultDetail. */
  readonly detail: string | null
  /** WSManFault Code, or error_Code of MSFT_WmiError; null where no source tells it or it varies. */
  readonly wsmanCode: number | null
  readonly meaning: string
  /** Of the code where there is one, else of code, subcode and detail. */
  readonly mark: 'observed' | 'documented' | 'inferred'
  readonly source: string
}

const omi = 'microsoft/omi wsmanerrorhandling.c (ws-man.md section 9)'
const entry = (
  code: FaultEntry['code'],
  subcode: FaultEntry['subcode'],
  detail: string | null,
  meaning: string,
  known: Partial<Pick<FaultEntry, 'wsmanCode' | 'mark' | 'source'>> = {},
): FaultEntry => ({ code, subcode, detail, wsmanCode: null, meaning, mark: 'documented', source: omi, ...known })

/** The table of ws-man.md section 9. Kinds are matched by code, then by subcode and detail, never by text. */
export const faults = {
  accessDenied: entry('Sender', ['w', 'AccessDenied'], null, 'access denied', {
    wsmanCode: 5,
    mark: 'inferred',
    source: 'the Win32 code of access denied',
  }),
  notFound: entry('Sender', ['a', 'DestinationUnreachable'], 'InvalidResourceURI', 'instance or class not found', {
    wsmanCode: 2_150_858_752,
    mark: 'observed',
    source: 'Server 2012 R2 fault in microsoft/omi test_wsmanparser.cpp',
  }),
  malformedResourceUri: entry('Sender', ['a', 'DestinationUnreachable'], 'InvalidResourceURI', 'malformed resource URI', {
    wsmanCode: 2_150_858_811,
    mark: 'observed',
    source: 'issue StackExchange/wmi 32',
  }),
  insufficientSelectors: entry('Sender', ['w', 'InvalidSelectors'], 'InsufficientSelectors', 'a key is missing'),
  unexpectedSelectors: entry('Sender', ['w', 'InvalidSelectors'], 'UnexpectedSelectors', 'a selector is no key of the class', {
    wsmanCode: 2_150_858_843,
    mark: 'observed',
    source: 'pypsrp, WinRb (ws-man.md section 9)',
  }),
  ambiguousSelectors: entry('Sender', ['w', 'InvalidSelectors'], 'AmbiguousSelectors', 'the selectors name several objects'),
  duplicateSelectors: entry('Sender', ['w', 'InvalidSelectors'], 'DuplicateSelectors', 'a selector is given twice'),
  selectorTypeMismatch: entry('Sender', ['w', 'InvalidSelectors'], 'TypeMismatch', 'a selector is of another type'),
  selectorInvalidValue: entry('Sender', ['w', 'InvalidSelectors'], 'InvalidValue', 'a selector has a value that the key cannot have'),
  actionNotSupported: entry('Sender', ['a', 'ActionNotSupported'], null, 'the action is not supported'),
  timedOut: entry('Receiver', ['w', 'TimedOut'], null, 'the operation took longer than its time', {
    wsmanCode: 2_150_858_793,
    mark: 'observed',
    source: 'masterzen/winrm fixture (ws-man.md section 9)',
  }),
  envelopeTooLarge: entry('Sender', ['w', 'EncodingLimit'], 'MaxEnvelopeSizeExceeded', 'the answer is larger than MaxEnvelopeSize'),
  envelopeLimitTooSmall: entry('Sender', ['w', 'EncodingLimit'], 'MinimumEnvelopeLimit', 'MaxEnvelopeSize is below the minimum of 8192'),
  operationsQuota: entry('Sender', ['w', 'QuotaLimit'], null, 'too many operations of one user', {
    wsmanCode: 2_150_859_174,
    mark: 'observed',
    source: 'pywinrm test_exceptions.py, WinRb (ws-man.md section 9)',
  }),
  shellsQuota: entry('Sender', ['w', 'QuotaLimit'], null, 'too many shells of one user', {
    wsmanCode: 2_150_859_173,
    mark: 'observed',
    source: 'ws-man.md section 9',
  }),
  invalidEnumerationContext: entry('Receiver', ['n', 'InvalidEnumerationContext'], null, 'the enumeration context is stale or unknown'),
  cannotProcessFilter: entry('Sender', ['n', 'CannotProcessFilter'], null, 'the filter cannot be processed'),
  filterDialectUnavailable: entry('Sender', ['n', 'FilterDialectRequestedUnavailable'], null, 'the filter dialect is not known here'),
  filteringNotSupported: entry('Sender', ['n', 'FilteringNotSupported'], null, 'this resource takes no filter'),
  schemaValidation: entry('Sender', ['w', 'SchemaValidationError'], null, 'the body does not fit the schema of the method'),
  unsupportedFeature: entry('Sender', ['w', 'UnsupportedFeature'], null, 'a header or mode is not supported'),
  invalidOptions: entry('Sender', ['w', 'InvalidOptions'], null, 'an option is not supported'),
  internalError: entry('Receiver', ['w', 'InternalError'], null, 'the WMI provider failed'),
  mustUnderstand: entry('MustUnderstand', null, null, 'a header that must be understood is not known'),
} as const satisfies Readonly<Record<string, FaultEntry>>

export type FaultKind = keyof typeof faults

/** WBEM status codes that a provider fault carries (ws-man.md section 9, documented). */
export const wbemStatus = {
  notFound: 0x80041002,
  accessDenied: 0x80041003,
  invalidNamespace: 0x8004100e,
  invalidClass: 0x80041010,
  invalidQuery: 0x80041017,
  invalidMethodParameters: 0x8004102f,
} as const
