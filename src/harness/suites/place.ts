import { fileURLToPath, pathToFileURL } from 'node:url'
import { shortened } from './find.ts'

/** `FILE:LINE:COLUMN` of the innermost frame of an error that lies in this file; undefined where none does. */
export function placeIn(path: string, error: unknown): string | undefined {
  const stack = stackOf(error).replaceAll(pathToFileURL(path).href, path)
  const begins = stack.indexOf(`${path}:`)
  const position = /^\d+(:\d+)?/.exec(stack.slice(begins + path.length + 1))
  return begins < 0 || position === null ? undefined : `${path}:${position[0]}`
}

/** `FILE:LINE:COLUMN` of the innermost frame that lies in any module, in a form that a report may hold. */
export function innermostPlace(error: unknown): string | undefined {
  const [, href, position] = /(file:\/\/[^\s()]+?):(\d+:\d+)/.exec(stackOf(error)) ?? []
  return href === undefined ? undefined : `${shortened(fileURLToPath(href), process.cwd())}:${position}`
}

/** Where this is called from in a file; undefined where the file is not among the callers, however many they are. */
export function calledIn(path: string): string | undefined {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = Infinity
  try {
    return placeIn(path, new Error('called here'))
  } finally {
    Error.stackTraceLimit = limit
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : ''
}
