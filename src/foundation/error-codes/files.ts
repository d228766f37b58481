import type { ErrorCodeEntry } from './entry.ts'

/** Files that were given, and the formats in them. */
export const filesErrors = {
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
  SNAPCHECK_FILE_LIMIT: {
    exit: 2,
    meaning: 'A file that is larger, or nested deeper, than inspect reads.',
    remedy: 'Export fewer VMs at once; CLIXML is read piece by piece and may be larger than JSON.',
  },
  SNAPCHECK_REGISTER_MALFORMED: {
    exit: 2,
    meaning: 'A file of the register of claims has another shape, tells a claim twice or gives a reason for a claim that is not there.',
    remedy: 'The message names the file and the place; CONTRIBUTING.md shows how to add a claim.',
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
    meaning: 'XML nested deeper, or with a single token longer, than is read or written.',
    remedy: 'Check where the file or value comes from: no product writes this.',
  },
  SNAPCHECK_CLIXML_MALFORMED: {
    exit: 3,
    meaning: 'XML that is no serialised PowerShell object: an unknown element, a value that is none of its type, a reference to nothing.',
    remedy: 'The place is given as the way from the first object to the value; export the file again with Export-Clixml.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
