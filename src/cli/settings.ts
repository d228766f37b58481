import { dirname } from 'node:path'
import { loadConfiguration, type LoadedConfiguration } from '../configuration/load.ts'
import { resolveSettings, type ResolvedSettings, type Settings } from '../configuration/settings.ts'
import { SnapcheckError } from '../foundation/errors.ts'
import { configurationNames } from '../configuration/find.ts'
import type { SuiteGlobs } from '../harness/suites/find.ts'
import { resolveSelfImport } from '../harness/self-import.ts'

export interface Configured {
  readonly loaded: LoadedConfiguration
  readonly settings: ResolvedSettings
}

/** Reads the configuration, the environment and the flags. @throws what is wrong with any of them. */
export async function configured(flags: Partial<Settings>, named?: string): Promise<Configured> {
  // A configuration in TypeScript imports defineConfig from 'snapcheck', wherever it lies.
  resolveSelfImport()
  const loaded = await loadConfiguration(process.cwd(), named ?? process.env['SNAPCHECK_CONFIG'])
  return { loaded, settings: resolveSettings({ flags, environment: process.env, loaded }) }
}

/** @throws SNAPCHECK_CONFIGURATION_MISSING where there is no file. */
export function requireFile({ file }: LoadedConfiguration): string {
  if (file !== null) return file
  throw new SnapcheckError('SNAPCHECK_CONFIGURATION_MISSING', 'There is no configuration here or in any folder above.', {
    place: process.cwd(),
    observed: 'no file',
    expected: configurationNames.join(' or '),
    next: 'snapcheck init',
  })
}

/** Where the user's own suites are looked for: beside the file that names them, else in the current folder. */
export function suiteGlobs({ loaded, settings: { suites } }: Configured): SuiteGlobs {
  const base = suites.origin === 'file' && loaded.file !== null ? dirname(loaded.file) : process.cwd()
  return { globs: suites.value, base, place: suites.place }
}
