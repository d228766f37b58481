import { CommanderError } from 'commander'
import { exitCodeOf, printFailure } from './failure.ts'
import { program } from './program.ts'

/** Runs one command line and gives its exit code (design section 1). */
export async function main(args: readonly string[]): Promise<number> {
  const state = { exitCode: 0 }
  process.stdout.on('error', unlessReaderLeft)
  try {
    await program(state).parseAsync([...args], { from: 'user' })
    return state.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    printFailure(error)
    return exitCodeOf(error)
  }
}

/** Whoever reads our results may stop early, as `head` does; the command still does its work and has its exit code. */
function unlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
