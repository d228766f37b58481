import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { shortened } from './find.ts'

const harnessCode = join(import.meta.dirname, '..', '..', '/')

/** `FILE:LINE:COLUMN` of the innermost frame of an error that lies in this file; undefined where none does. */
export function placeIn(path: string, error: unknown): string | undefined {
  const stack = stackOf(error).replaceAll(pathToFileURL(path).href, path)
  const begins = stack.indexOf(`${path}:`)
  const position = /^\d+(:\d+)?/.exec(stack.slice(begins + path.length + 1))
  return begins < 0 || position === null ? undefined : `${path}:${position[0]}`
}

/**
 * `FILE:LINE:COLUMN` where an error came from, in a form that a report may hold: of the innermost frame outside of snapcheck's
 * own code, because what a suite hands over wrongly is thrown in there.
 */
export function suitePlace(error: unknown): string | undefined {
  const frames = [...stackOf(error).matchAll(/^ +at (?:async )?(?:.*?\()?((?:file:|\/|[A-Za-z]:\\).*?):(\d+:\d+)\)?$/gm)].map(
    ([, where, position]) => ({
      path: where!.startsWith('file:') ? fileURLToPath(where!) : where!,
      position: position!,
    }),
  )
  const frame = frames.find(({ path }) => !path.startsWith(harnessCode)) ?? frames[0]
  return frame === undefined ? undefined : `${shortened(frame.path, process.cwd())}:${frame.position}`
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

/** Also of an error that came from a worker as plain data. */
function stackOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'stack' in error && typeof error.stack === 'string' ? error.stack : ''
}
