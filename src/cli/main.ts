import { CommanderError } from 'commander'
import { exitCodeOf, printFailure } from './failure.ts'
import { program } from './program.ts'

/** Runs one command line and gives its exit code (design section 1). */
export async function main(args: readonly string[]): Promise<number> {
  const state = { exitCode: 0 }
  try {
    await program(state).parseAsync([...args], { from: 'user' })
    return state.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    printFailure(error)
    return exitCodeOf(error)
  }
}
