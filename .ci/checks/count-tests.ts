import { readFileSync } from 'node:fs'

/** Prints "passed failed left-out" from the file of Vitest's JSON reporter: the three numbers that `.ci/run` adds up. */
interface VitestResult {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests }: VitestResult = JSON.parse(readFileSync(process.argv[2]!, 'utf8'))
console.log(numPassedTests, numFailedTests, numPendingTests + numTodoTests)
