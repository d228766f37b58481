import { Console } from 'node:console'

/** Where a suite prints to: stdout holds results only, and Vitest would keep it for itself. */
export const consoleOfSuites = new Console(process.stderr, process.stderr)
