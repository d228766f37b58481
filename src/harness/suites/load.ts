import { pathToFileURL } from 'node:url'
import { SnapcheckError } from '../../foundation/errors.ts'
import type { Scenario } from '../definition.ts'
import { collectInto } from '../registry.ts'
import { consoleOfSuites } from './console.ts'
import { calledIn, placeIn } from './place.ts'
import type { SuiteFile } from './find.ts'

/** A scenario as its file gave it: nothing of it has been checked. */
export interface Declaration {
  readonly scenario: Scenario
  readonly file: SuiteFile
  /** `FILE:LINE:COLUMN`. */
  readonly place: string
}

/** Loads one suite file and gives what it declared. @throws SNAPCHECK_SUITE_UNLOADABLE, SNAPCHECK_SUITE_EMPTY */
export async function loadSuite(file: SuiteFile): Promise<readonly Declaration[]> {
  const declarations: Declaration[] = []
  const strays: string[] = []
  collectInto((scenario) => {
    const place = calledIn(file.path)
    if (place === undefined) strays.push(scenario.definition.id)
    else declarations.push({ scenario, file, place })
  })
  const usual = globalThis.console
  const { stuck, release } = untilNothingGoesOn(file)
  globalThis.console = consoleOfSuites
  try {
    await Promise.race([imported(file), stuck])
  } finally {
    globalThis.console = usual
    release()
  }
  if (strays.length === 0 && declarations.length > 0) return declarations
  throw new SnapcheckError(
    'SNAPCHECK_SUITE_EMPTY',
    strays.length === 0 ? 'A suite file declares no scenario.' : 'A module that a suite file imports declares scenarios by itself.',
    {
      place: file.path,
      observed: strays.length === 0 ? 'no call of scenario()' : `${strays.join(', ')} declared elsewhere`,
      expected: 'scenario() called in the suite file, or in a function that it calls',
      next: 'Keep helper modules out of the glob; let them export functions.',
    },
  )
}

async function imported({ path }: SuiteFile): Promise<void> {
  try {
    await import(pathToFileURL(path).href)
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_SUITE_UNLOADABLE', 'A suite file could not be loaded.', {
      place: placeIn(path, cause) ?? path,
      observed: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
      expected: 'a module that Node runs as it is',
      next:
        cause instanceof SyntaxError
          ? 'Correct it; where it says that import is not allowed, name the file .mts or .mjs, or set "type": "module" in its package.json.'
          : 'Correct it; snapcheck list --suites FILE loads one file and runs nothing.',
      cause,
    })
  }
}

/** A file that awaits something that nothing will bring: Node would end the process in the middle, without a word of ours. */
function untilNothingGoesOn({ path }: SuiteFile): { readonly stuck: Promise<never>; release(): void } {
  const { promise: stuck, reject } = Promise.withResolvers<never>()
  const end = (): void =>
    reject(
      new SnapcheckError('SNAPCHECK_SUITE_UNLOADABLE', 'A suite file never ends loading.', {
        place: path,
        observed: 'an await at its top level that nothing will settle',
        expected: 'a module that ends loading',
        next: 'Settle what it awaits; snapcheck list --suites FILE loads one file and runs nothing.',
      }),
    )
  process.once('beforeExit', end)
  return { stuck, release: () => void process.off('beforeExit', end) }
}
