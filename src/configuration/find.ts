import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SnapcheckError } from '../foundation/errors.ts'

/** In the order of looking; two of them in one folder are refused, because which one counts would be a guess. */
export const configurationNames = ['snapcheck.config.ts', 'snapcheck.config.js', 'snapcheck.config.yaml', 'snapcheck.config.yml'] as const

/**
 * The absolute path of the configuration: the one named, or the nearest in `from` or a folder above it; null where there is none.
 * @throws SNAPCHECK_CONFIGURATION_MISSING where a named one is not there, SNAPCHECK_CONFIGURATION_INVALID where a folder holds two.
 */
export function findConfiguration(from: string, named?: string): string | null {
  if (named !== undefined) return existing(resolve(from, named))
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = configurationNames.filter((name) => existsSync(join(folder, name)))
    if (found.length > 1) throw ambiguous(folder, found)
    if (found.length === 1) return join(folder, found[0]!)
    if (dirname(folder) === folder) return null
  }
}

function existing(file: string): string {
  if (existsSync(file)) return file
  throw new SnapcheckError('SNAPCHECK_CONFIGURATION_MISSING', 'The configuration that was named is not there.', {
    place: file,
    observed: 'no file',
    expected: configurationNames.join(' or '),
    next: 'snapcheck init',
  })
}

function ambiguous(folder: string, found: readonly string[]): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_CONFIGURATION_INVALID', 'One folder holds two configurations.', {
    place: folder,
    observed: found.join(', '),
    expected: 'one of them',
    next: `snapcheck check --config ${found[0]}`,
  })
}
