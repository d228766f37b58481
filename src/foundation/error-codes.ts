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
  SNAPCHECK_REGISTER_MALFORMED: {
    exit: 2,
    meaning: 'A file of the register of claims has another shape, tells a claim twice or gives a reason for a claim that is not there.',
    remedy: 'The message names the file and the place; CONTRIBUTING.md shows how to add a claim.',
  },
  SNAPCHECK_FILE_LIMIT: {
    exit: 2,
    meaning: 'A file that is larger, or nested deeper, than inspect reads.',
    remedy: 'Export fewer VMs at once; CLIXML is read piece by piece and may be larger than JSON.',
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
  SNAPCHECK_CLIXML_MALFORMED: {
    exit: 3,
    meaning: 'XML that is no serialised PowerShell object: an unknown element, a value that is none of its type, a reference to nothing.',
    remedy: 'The place is given as the way from the first object to the value; export the file again with Export-Clixml.',
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
  SNAPCHECK_NOT_SHOWN: {
    exit: 3,
    meaning: 'The interface does not show the VM or the checkpoint that an operation is about.',
    remedy: 'Check the GUID and the rights of the account; SCVMM shows what it has refreshed only.',
  },
  SNAPCHECK_JOB_TIMEOUT: {
    exit: 3,
    meaning: 'A job of the product had not ended, or its result did not show, when the limit for waiting was reached.',
    remedy: 'Look at the job in the product; raise the limit where the product is only slow.',
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
  SNAPCHECK_CREDENTIALS_IN_CLEAR: {
    exit: 2,
    meaning: 'A password would travel to another machine over unencrypted HTTP.',
    remedy: 'Use the https address of the endpoint; plain http takes credentials to this machine only.',
  },
  SNAPCHECK_PROTOCOL: {
    exit: 3,
    meaning: 'An endpoint answered with something that its protocol does not allow.',
    remedy: 'The evidence holds the answer; check that the address is that of the service meant.',
  },
  SNAPCHECK_SUITE_OUTSIDE_RUN: {
    exit: 2,
    meaning: 'A suite file was executed by something other than snapcheck, so its scenarios have nowhere to go.',
    remedy: 'Run it with `snapcheck run`.',
  },
  SNAPCHECK_HARNESS_FAULT: {
    exit: 3,
    meaning: 'A defect of snapcheck itself or of a suite: an unexpected exception while a story was told or judged.',
    remedy: 'Report it with the message and the seed; nothing about the products follows from it.',
  },
  SNAPCHECK_OPTION_VALUE: {
    exit: 2,
    meaning: 'An option was given a value that it does not take.',
    remedy: 'The message names the values that it takes.',
  },
  SNAPCHECK_TOPIC_UNKNOWN: {
    exit: 2,
    meaning: 'There is nothing of this name to explain.',
    remedy: 'Run `snapcheck explain` for the kinds of names; the message names the nearest.',
  },
  SNAPCHECK_REPORT_INCONSISTENT: {
    exit: 3,
    meaning: 'A report was to be built from material that refers to something it does not hold.',
    remedy: 'A defect of snapcheck itself: report it with the message and the command.',
  },
  SNAPCHECK_REPORT_MALFORMED: {
    exit: 2,
    meaning: 'A file given as a report is not a snapcheck.report/1 document.',
    remedy: 'Name a report.json that snapcheck wrote; the message says what differs first.',
  },
  SNAPCHECK_EVIDENCE_MISSING: {
    exit: 2,
    meaning: 'A report names evidence that is not at hand, so it cannot be written beside it.',
    remedy: 'Keep the folder evidence beside report.json.',
  },
  SNAPCHECK_OUTPUT_UNWRITABLE: {
    exit: 2,
    meaning: 'A report could not be written.',
    remedy: 'Check that the folder given with --output exists or can be made, and the free space.',
  },
  SNAPCHECK_VIEWER_MISSING: {
    exit: 3,
    meaning: 'The page into which report.html is written has not been built.',
    remedy: 'Run `npm run build:viewer` in the clone; a published package carries it.',
  },
  SNAPCHECK_LAB_FAULT_UNKNOWN: {
    exit: 2,
    meaning: 'The lab has no fault of this name.',
    remedy: 'The message names the nearest and lists all of them.',
  },
} as const satisfies Record<string, ErrorCodeEntry>

export type ErrorCode = keyof typeof errorCodes
