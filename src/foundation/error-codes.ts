/** What an error code stands for; `snapcheck explain CODE` prints it and docs/errors.md is generated from it. */
export interface ErrorCodeEntry {
  /** The exit code of a command that ends with it (design section 1). */
  readonly exit: 1 | 2 | 3
  readonly meaning: string
  readonly remedy: string
}

export const errorCodes = {
  SNAPCHECK_USAGE: {
    exit: 2,
    meaning: 'The command line could not be understood.',
    remedy: 'Run the command with --help; the message names the nearest option.',
  },
  SNAPCHECK_EMPTY_SELECTION: {
    exit: 2,
    meaning: 'The filters leave no scenario to run.',
    remedy: 'Run `snapcheck list` to see what there is.',
  },
  SNAPCHECK_FILE_UNREADABLE: {
    exit: 2,
    meaning: 'A file named on the command line could not be read.',
    remedy: 'Check the path and the permissions.',
  },
  SNAPCHECK_FILE_UNKNOWN: {
    exit: 2,
    meaning: 'The file is none of the kinds that inspect reads.',
    remedy: 'See `snapcheck inspect --help` for the kinds; export again with one of the commands named there.',
  },
  SNAPCHECK_FILE_MALFORMED: {
    exit: 2,
    meaning: 'The file is of a known kind but its content breaks off or contradicts its format.',
    remedy: 'Export it again; the message says where reading stopped.',
  },
  SNAPCHECK_XML_MALFORMED: {
    exit: 3,
    meaning: 'XML that is not well-formed, or ends too early.',
    remedy: 'The place is given as line and column.',
  },
  SNAPCHECK_XML_FORBIDDEN: {
    exit: 3,
    meaning: 'XML with a document type declaration, which neither WS-Management nor CLIXML nor Atom uses.',
    remedy: 'Such a file is refused because a DTD can make a reader run out of memory.',
  },
  SNAPCHECK_XML_LIMIT: {
    exit: 3,
    meaning: 'XML nested deeper, or with a single token longer, than the reader allows.',
    remedy: 'Check where the file comes from: no product writes this.',
  },
  SNAPCHECK_CANNOT_CARRY: {
    exit: 3,
    meaning: 'A value that the interface cannot carry at all, such as a control character in XML 1.0.',
    remedy: 'The value is refused before it is sent and the cell is unsupported; use another value.',
  },
  SNAPCHECK_PRODUCT_REFUSED: {
    exit: 3,
    meaning: 'The product refused an operation or its job failed; the product’s own code is in the message.',
    remedy: 'Look the product’s code up; the evidence holds the exchange.',
  },
  SNAPCHECK_UNREACHABLE: {
    exit: 3,
    meaning: 'An endpoint did not answer: refused, reset, not resolvable or timed out.',
    remedy: 'Check that the service runs and that the address and port are right.',
  },
  SNAPCHECK_ACCESS_DENIED: {
    exit: 3,
    meaning: 'An endpoint refused the credentials or the account lacks a right.',
    remedy: 'The message names the endpoint; ask its administrator for the right named there.',
  },
  SNAPCHECK_PROTOCOL: {
    exit: 3,
    meaning: 'An endpoint answered with something that its protocol does not allow.',
    remedy: 'The evidence holds the answer; check that the address is that of the service meant.',
  },
} as const satisfies Record<string, ErrorCodeEntry>

export type ErrorCode = keyof typeof errorCodes
