import { globSync, realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute, relative, resolve, sep } from 'node:path'
import { SnapcheckError } from '../../foundation/errors.ts'
import { shippedSuites } from '../places.ts'

/** A file that declares scenarios. */
export interface SuiteFile {
  /** Absolute, without symbolic links: as Node names it in a stack. */
  readonly path: string
  /** What reports call it, with `/`, never absolute; null for a shipped one, whose scenarios say it by the first word of their id. */
  readonly name: string | null
}

/** Where the user's own suite files are looked for. */
export interface SuiteGlobs {
  /** Paths or globs, in the order given. */
  readonly globs: readonly string[]
  /** The folder that they are relative to. */
  readonly base: string
  /** The flag, variable or file that holds them, for messages. */
  readonly place: string
}

/** Node loads these as modules, with types stripped; a declaration file holds nothing to run. */
const suiteName = /(?<!\.d)\.m?[jt]s$/

/** The shipped suite files and the user's own, each once. @throws SNAPCHECK_SUITE_MISSING */
export function suiteFiles(own: SuiteGlobs | undefined): readonly SuiteFile[] {
  const named = own === undefined ? [] : own.globs.flatMap((glob) => matches(glob, own).map((path) => ownSuiteFile(path, own)))
  const shipped = shippedSuites().map((path): SuiteFile => ({ path, name: null }))
  // A glob that finds a shipped one, or one that was found before, finds nothing new.
  return [...Map.groupBy([...shipped, ...named], ({ path }) => path).values()].map(([first]) => first!)
}

function ownSuiteFile(path: string, { base }: SuiteGlobs): SuiteFile {
  return { path: realpathSync(path), name: shortened(path, base) }
}

function matches(glob: string, { base, place }: SuiteGlobs): readonly string[] {
  const found = isFile(resolve(base, glob)) ? [resolve(base, glob)] : globbed(glob, base)
  const suites = found.filter((path) => suiteName.test(path))
  if (suites.length > 0) return suites
  throw new SnapcheckError('SNAPCHECK_SUITE_MISSING', `No suite file is found by "${glob}".`, {
    place: `${place}, looked for in ${base}`,
    observed: found.length === 0 ? 'no file' : found.join(', '),
    expected: 'at least one file that ends with .ts, .mts, .js or .mjs',
    next: 'snapcheck list --help',
  })
}

/** What lies in node_modules belongs to somebody else, unless the glob names that folder itself. */
function globbed(glob: string, base: string): readonly string[] {
  const exclude = (path: string): boolean => !glob.includes('node_modules') && basename(path) === 'node_modules'
  return globSync(glob, { cwd: base, exclude })
    .map((path) => resolve(base, path))
    .filter(isFile)
    .toSorted()
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Relative to the folder; of what lies outside of it only its folder's name and its own, because a path may tell who somebody is. */
export function shortened(path: string, folder: string): string {
  const inside = relative(folder, path)
  const isOutside = isAbsolute(inside) || inside.split(sep)[0] === '..'
  return (isOutside ? path.split(sep).slice(-2) : inside.split(sep)).filter((part) => part !== '').join('/')
}
