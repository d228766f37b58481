import { SnapcheckError } from '../../../foundation/errors.ts'
import type { CliXmlValue } from '../codec/value.ts'
import { flag, isNothing, items, member, text, texts, whole } from './fields.ts'

/** An exception, the outermost first. */
export interface PowerShellException {
  readonly message: string
  /** Full names of its type and the types it derives from, nearest first. */
  readonly types: readonly string[]
  readonly hresult: number
}

/** An ErrorRecord. Match `id`, `category` and `types`, never a message: those are in the language of the server. */
export interface PowerShellError {
  /** FullyQualifiedErrorId. */
  readonly id: string
  /** An ErrorCategory. */
  readonly category: string
  readonly message: string
  /** Name and type of what the command worked on; empty where it did not say. */
  readonly target: string
  readonly targetType: string
  readonly stack: string
  /** The exception and those inside it. */
  readonly exceptions: readonly PowerShellException[]
}

/** What a script did. That a product refused is a result; that the session failed is an exception. */
export interface CallResult {
  readonly output: readonly CliXmlValue[]
  readonly errors: readonly PowerShellError[]
  readonly warnings: readonly string[]
  /** Where the script asks for it by `-Verbose`. */
  readonly verbose: readonly string[]
  readonly information: readonly string[]
  /** What native programs wrote on stderr, by lines: progress as well as errors (trap 7). */
  readonly programErrors: readonly string[]
  /** Of the last native program that the script ran; null where it ran none. Nothing else is made of it (trap 6). */
  readonly exitCode: number | null
  /** Something went wrong, or was caught: what, `errors` says. */
  readonly hadErrors: boolean
  /** The script was ended by the last of `errors`. */
  readonly wasTerminated: boolean
  /** What was printed past the streams while the call ran, by whomever (trap 18). */
  readonly console: string
}

/** PowerShell makes error records of stderr: the first line of a program has one id, the others another (5.1: not observed). */
const programIds: ReadonlySet<string> = new Set(['NativeCommandError', 'NativeCommandErrorMessage'])

/**
 * @param answer what Invoke-SnapcheckScript in session.ps1 gives.
 * @param place the script, for messages.
 * @throws SNAPCHECK_POWERSHELL_ENDED where the script left by `exit` or `break`, SNAPCHECK_POWERSHELL_LIMIT where it was stopped.
 */
export function resultOf(answer: CliXmlValue, console: string, place: string): CallResult {
  const state = text(answer, 'State')
  const output = items(answer, 'Output')
  if (state === 'Stopped') throw tooMany(place, output.length)
  if (state === 'Completed' && !flag(answer, 'Complete')) throw left(place, output.length)
  const reason = isNothing(answer, 'Reason') ? [] : [member(answer, 'Reason')]
  const records = [...items(answer, 'Errors'), ...reason].map(errorOf)
  const errors = records.filter(({ id }) => !programIds.has(id))
  return {
    output,
    errors,
    warnings: texts(answer, 'Warnings'),
    verbose: texts(answer, 'Verbose'),
    information: texts(answer, 'Information'),
    programErrors: records.filter(({ id }) => programIds.has(id)).map(({ message }) => message),
    exitCode: isNothing(answer, 'ExitCode') ? null : whole(answer, 'ExitCode'),
    hadErrors: errors.length > 0,
    wasTerminated: state === 'Failed',
    console,
  }
}

function errorOf(record: CliXmlValue): PowerShellError {
  return {
    id: text(record, 'Id'),
    category: text(record, 'Category'),
    message: text(record, 'Message'),
    target: text(record, 'Target'),
    targetType: text(record, 'TargetType'),
    stack: text(record, 'Stack'),
    exceptions: items(record, 'Exceptions').map((exception) => ({
      message: text(exception, 'Message'),
      types: texts(exception, 'Types'),
      hresult: whole(exception, 'HResult'),
    })),
  }
}

function left(place: string, objects: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_ENDED', `${place} left before its end.`, {
    place,
    observed: `exit, or break outside of a loop, after ${objects} objects`,
    expected: 'the end of the script',
  })
}

function tooMany(place: string, objects: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_LIMIT', `${place} put out too many objects and was stopped.`, {
    place,
    observed: `${objects} objects so far`,
    expected: 'at most limits.objects',
  })
}
