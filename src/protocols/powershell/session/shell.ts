import { InvocationError, PowerShell, ProcessError } from 'node-powershell'
import { SnapcheckError } from '../../../foundation/errors.ts'
import { releaseAnswers } from './exit-promise.ts'

/** What one command line printed, trimmed at both ends (reference: trap 21). */
export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

/** One PowerShell process. One command line at a time: node-powershell never settles those that wait when it ends (trap 12). */
export interface Shell {
  /** @throws SNAPCHECK_POWERSHELL_ENDED, SNAPCHECK_POWERSHELL_MISSING */
  invoke(line: string): Promise<Printed>
  /** Ends the process at once, whatever it does. Settles when it has ended. */
  kill(): Promise<void>
  hasEnded(): boolean
}

export interface ShellOptions {
  readonly executable: string
  /** Added to the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv
}

/** Without these, answers on Linux carry escape codes (trap 20). */
const plain = { TERM: 'dumb', NO_COLOR: '1' } as const

/** node-powershell prefers NODE_POWERSHELL to the program that it is given, and takes `pwsh-preview` for `pwsh`. */
class ExactPowerShell extends PowerShell {
  protected override setExecutable({ executable }: { executable?: string }): string {
    return executable ?? ''
  }
}

/** The caller must invoke something in the same turn: until then, a program that cannot be started ends this process (trap 14). */
export function startShell({ executable, environment }: ShellOptions): Shell {
  const powershell = new ExactPowerShell({
    executable,
    executableOptions: { '-NoProfile': true, '-NonInteractive': true },
    spawnOptions: { env: { ...process.env, ...environment, ...plain }, windowsHide: true },
    // Something on stderr is no failure by itself (trap 7), and nothing there no success (trap 6).
    throwOnInvocationError: false,
  })
  const release = releaseAnswers(powershell)
  let hasEnded = false
  // Node closes it when the process ends; its output may be held open by a program that it had started.
  powershell.streams.stdin.once('close', () => void (hasEnded = true))

  return {
    async invoke(line) {
      release()
      try {
        const { stdout, stderr } = await powershell.invoke(line)
        // It is there also after `exit 0` and after SIGTERM, but without streams (traps 10 and 13).
        if (stdout === undefined || stderr === undefined) throw ended('code 0 or SIGTERM')
        return { stdout: stdout.toString(), stderr: stderr.toString() }
      } catch (error) {
        hasEnded = true
        throw errorOf(error, executable)
      } finally {
        // Otherwise it keeps every answer for ever (trap 25).
        powershell.history.length = 0
      }
    },
    async kill() {
      try {
        await powershell.dispose('SIGKILL')
      } catch (error) {
        // That it was killed is what was wanted.
        if (!(error instanceof ProcessError)) throw error
      }
    },
    hasEnded: () => hasEnded,
  }
}

function errorOf(error: unknown, executable: string): unknown {
  if (error instanceof ProcessError) return endedBy(executable, error)
  // The only one that is left without throwOnInvocationError: it ended a moment ago.
  return error instanceof InvocationError ? ended(error.message, error) : error
}

function endedBy(executable: string, error: ProcessError): SnapcheckError {
  const { originalError, exitCode, signalCode } = error
  if (originalError !== undefined && 'syscall' in originalError) {
    return new SnapcheckError('SNAPCHECK_POWERSHELL_MISSING', `PowerShell could not be started.`, {
      place: executable,
      observed: originalError.message,
      cause: error,
    })
  }
  return ended(signalCode ?? `code ${exitCode}`, error)
}

function ended(observed: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_ENDED', 'The PowerShell process ended before it had answered.', {
    observed,
    expected: 'an answer',
    cause,
  })
}
