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
  SNAPCHECK_UNSUPPORTED: {
    exit: 3,
    meaning: 'The interface does not offer this operation at all; nothing was sent.',
    remedy: 'Use an interface that offers it; the message names the source that says so.',
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
  SNAPCHECK_SUITE_MISSING: {
    exit: 2,
    meaning: 'A path or glob that names suite files of your own matches none that could be one.',
    remedy:
      'Suite files end with .ts, .mts, .js or .mjs. A flag and a variable are relative to the current folder, a configuration to its own; quote a glob, so that the shell leaves it alone.',
  },
  SNAPCHECK_SUITE_UNLOADABLE: {
    exit: 2,
    meaning: 'A suite file of your own could not be loaded: it threw, it imports something that is not there, or Node cannot run it.',
    remedy: 'The message gives Node’s own words and the place. Only TypeScript whose types can be stripped runs: no enum, no namespace.',
  },
  SNAPCHECK_SUITE_EMPTY: {
    exit: 2,
    meaning: 'A suite file of your own was loaded and declared no scenario by itself.',
    remedy: 'Call scenario() in it, at the latest before it has been loaded; keep helper modules out of the glob.',
  },
  SNAPCHECK_SCENARIO_INVALID: {
    exit: 2,
    meaning: 'What stands above a scenario cannot be used: something is missing, misspelt or not of its form.',
    remedy: 'The message names the file, the line and the field; docs/own-suites.md tells what each field means.',
  },
  SNAPCHECK_SCENARIO_TWICE: {
    exit: 2,
    meaning: 'Two scenarios have one id, so that results could not be told apart.',
    remedy: 'Give yours another id; beginning them all with a word of your own keeps them apart from the shipped ones.',
  },
  SNAPCHECK_SCENARIO_FAILED: {
    exit: 3,
    meaning: 'The body of a scenario threw an error of its own; what it had made was cleaned up and what it had seen was judged.',
    remedy: 'Correct the suite at the place that is named; nothing about the products follows from it.',
  },
  SNAPCHECK_STEP_NOT_AWAITED: {
    exit: 3,
    meaning: 'A scenario began a step while an earlier one went on; the story was ended there, and what it had made was cleaned up.',
    remedy: 'Put an await before each step; the message names both.',
  },
  SNAPCHECK_SAFETY_UNDECLARED: {
    exit: 3,
    meaning: 'A scenario was about to change something and declares that it only reads; nothing was sent.',
    remedy: 'Declare what it does, such as safety: writes, so that a run on live endpoints asks for it and writes down what is made.',
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
  SNAPCHECK_WAIVERS_INVALID: {
    exit: 2,
    meaning: 'A file of waivers cannot be used; nothing was run.',
    remedy: 'The message names the place; the keys stand in docs/schema/snapcheck.waivers-1.schema.json.',
  },
  SNAPCHECK_WAIVER_EXPIRED: {
    exit: 2,
    meaning: 'A waiver no longer counts; nothing was run.',
    remedy: 'Look whether what it excuses still shows; then remove the waiver, or renew it with a reason.',
  },
  SNAPCHECK_EVIDENCE_MISSING: {
    exit: 2,
    meaning: 'A report names evidence that is not at hand, so it cannot be written beside it.',
    remedy: 'Keep the folder evidence beside report.json.',
  },
  SNAPCHECK_EVIDENCE_ALTERED: {
    exit: 2,
    meaning: 'An exchange beside a report has another digest than the one by which the report names it.',
    remedy: 'Take report.json and its folder evidence from where the run wrote them; an edited transcript is no evidence.',
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
  SNAPCHECK_CONFIGURATION_MISSING: {
    exit: 2,
    meaning: 'A command needs a configuration, and there is none where it was looked for.',
    remedy: 'Run `snapcheck init` to write one, or name one with --config.',
  },
  SNAPCHECK_CONFIGURATION_INVALID: {
    exit: 2,
    meaning: 'The configuration has an unknown key, a value that it does not take, or a name that leads nowhere.',
    remedy: 'The message names the file, the place and the nearest key; docs/configuration.md shows every key.',
  },
  SNAPCHECK_SECRET_IN_CONFIGURATION: {
    exit: 2,
    meaning: 'A user or password stands in the configuration itself.',
    remedy: 'Refer to it by environment variables, file descriptor, file or command, and change the secret if others could read the file.',
  },
  SNAPCHECK_CREDENTIALS_UNAVAILABLE: {
    exit: 2,
    meaning: 'Credentials could not be read from where the configuration says they are.',
    remedy: 'The message names the variable, descriptor, file or command; what was read is never shown.',
  },
  SNAPCHECK_NOT_ALLOWED: {
    exit: 2,
    meaning: 'A change was about to be made that --allow does not open; nothing was sent.',
    remedy: 'Open it with --allow refreshes, writes or disrupts if you mean it; --dry-run lists what would change.',
  },
  SNAPCHECK_NOT_DISPOSABLE: {
    exit: 2,
    meaning: 'A change was about to be made on a VM that the configuration does not list as disposable; nothing was sent.',
    remedy: 'List the VM by its Hyper-V GUID with `disposable: true` if its checkpoints may be changed.',
  },
  SNAPCHECK_CEILING: {
    exit: 2,
    meaning: 'More checkpoints would be created than the ceiling of the run lets through; nothing was sent.',
    remedy: 'Select fewer scenarios, or raise --ceiling; --dry-run says how many would be created.',
  },
  SNAPCHECK_WOULD_OVERWRITE: {
    exit: 2,
    meaning: 'A file would be overwritten that is already there.',
    remedy: 'Name another file, or say --force.',
  },
  SNAPCHECK_LAB_FAULT_UNKNOWN: {
    exit: 2,
    meaning: 'The lab has no fault of this name.',
    remedy: 'The message names the nearest and lists all of them.',
  },
  SNAPCHECK_VM_IN_USE: {
    exit: 3,
    meaning: 'Another run works on this VM.',
    remedy:
      'The message names its process, machine and start. Wait for it; the lock of an ended process of this machine is taken over by itself.',
  },
  SNAPCHECK_FOREIGN_CHECKPOINT: {
    exit: 3,
    meaning: 'An operation would have taken a checkpoint along that this run did not make.',
    remedy: 'Nothing was sent. Let nobody else work on a disposable VM while snapcheck does.',
  },
  SNAPCHECK_JOURNAL_MALFORMED: {
    exit: 2,
    meaning: 'A journal or a lock of a run has another shape than snapcheck writes.',
    remedy: 'The message names the file and the line; look at the VM that it names before you remove it.',
  },
  SNAPCHECK_JOURNAL_VERSION: {
    exit: 2,
    meaning: 'A journal was written by a newer snapcheck.',
    remedy: 'Sweep with the version that wrote it, or with a newer one.',
  },
  SNAPCHECK_JOURNAL_UNWRITABLE: {
    exit: 3,
    meaning: 'What a run makes could not be written down.',
    remedy: 'Nothing is created without a journal. Check the folder given with --journal and the free space.',
  },
  SNAPCHECK_VM_BUSY: {
    exit: 3,
    meaning: 'A job of the VM had not ended when the limit for waiting was reached.',
    remedy: 'Look at the jobs of the VM in the product and sweep when they have ended.',
  },
  SNAPCHECK_SCENARIO_TIMEOUT: {
    exit: 3,
    meaning: 'A scenario took longer than its limit; it was ended and what it had made was cleaned up.',
    remedy: 'See which step it waited in; raise the limit of the configuration where the products are only slow.',
  },
  SNAPCHECK_POWERSHELL_MISSING: {
    exit: 3,
    meaning: 'There is no PowerShell, or the program that is named as one could not be started.',
    remedy: 'Install PowerShell 7, or name a program with NODE_POWERSHELL; in a clone, the .NET 10 SDK is enough.',
  },
  SNAPCHECK_POWERSHELL_SCRIPT: {
    exit: 3,
    meaning: 'A script is not the one that snapcheck was shipped with: its SHA-256 differs. Nothing was run.',
    remedy: 'Install snapcheck again; where you changed the script on purpose, change the hash beside it.',
  },
  SNAPCHECK_POWERSHELL_TIMEOUT: {
    exit: 3,
    meaning: 'A PowerShell script, or the start of PowerShell, took longer than its limit; the process was ended.',
    remedy: 'What the script had begun in a product goes on there: look before you repeat it. Raise the limit where it is only slow.',
  },
  SNAPCHECK_POWERSHELL_ABORTED: {
    exit: 3,
    meaning: 'A call of PowerShell was given up: its signal was aborted or its session closed; the process was ended.',
    remedy: 'What the script had begun in a product goes on there: look before you repeat it.',
  },
  SNAPCHECK_POWERSHELL_ENDED: {
    exit: 3,
    meaning: 'A PowerShell process, or the script in it, ended before it had answered: by exit, a signal or a crash.',
    remedy: 'The next call gets a fresh process. Look at the product before you repeat what the script does.',
  },
  SNAPCHECK_POWERSHELL_ANSWER: {
    exit: 3,
    meaning: 'PowerShell came back without a whole answer, so it is not known what the script did; the process was ended.',
    remedy: 'The message shows what was printed instead. A policy that restricts the language of PowerShell does this too.',
  },
  SNAPCHECK_POWERSHELL_LIMIT: {
    exit: 3,
    meaning: 'A request to PowerShell, or its answer, is larger than the session allows.',
    remedy: 'Ask for fewer objects or properties, or raise the limit.',
  },
} as const satisfies Record<string, ErrorCodeEntry>

export type ErrorCode = keyof typeof errorCodes

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCodes, text)
}
