import { availableParallelism } from 'node:os'
import { delimiter } from 'node:path'
import type { z } from 'zod'
import { SnapcheckError } from '../foundation/errors.ts'
import { milliseconds } from './duration.ts'
import type { LoadedConfiguration } from './load.ts'
import { settingsShape, type Allowance } from './schema/schema.ts'
import { duration } from './schema/words.ts'

/** Where a value came from, the strongest first. */
export const valueOrigins = ['flag', 'environment', 'file', 'default'] as const
export type ValueOrigin = (typeof valueOrigins)[number]

export interface Settings {
  readonly allow: Allowance
  /** Undefined: a new folder below reports. */
  readonly output: string | undefined
  readonly workers: number
  readonly seed: number
  readonly ceiling: number
  /** Undefined: nothing is waived. */
  readonly waivers: string | undefined
  /** Undefined: the state folder of this user, so that two runs meet in its locks. */
  readonly journal: string | undefined
  /** Paths or globs of the user's own suite files, as given; relative to the file where the file holds them, else to the current folder. */
  readonly suites: readonly string[]
  /** Milliseconds. */
  readonly patienceLimit: number
  readonly patienceInterval: number
}
export type SettingName = keyof Settings

export interface Resolved<Value> {
  readonly value: Value
  readonly origin: ValueOrigin
  /** The flag, the variable or the file. */
  readonly place: string
}

interface SettingLine<Value> {
  readonly environment: string
  readonly flag: string | null
  /** What the file and the environment may hold. */
  readonly schema: z.ZodType
  readonly fallback: () => Value
  /** From the file, of the key that holds it. */
  readonly inFile: (loaded: LoadedConfiguration) => unknown
  /** From what the schema lets through; text of the environment is made a number or a list first where `schema` is of those. */
  readonly take: (given: unknown) => Value
}

const counted = { take: (given: unknown) => Number(given) }
const texts = { take: (given: unknown) => String(given) }
const durations = { schema: duration, take: (given: unknown) => milliseconds(String(given)) }

/** One line for each thing that can be set: precedence is flag, environment, file, default. */
export const settingLines: { readonly [Name in SettingName]: SettingLine<Settings[Name]> } = {
  allow: {
    environment: 'SNAPCHECK_ALLOW',
    flag: '--allow',
    schema: settingsShape.allow,
    fallback: () => 'reads',
    inFile: ({ content }) => content.allow,
    take: (given) => given as Allowance,
  },
  output: {
    ...texts,
    environment: 'SNAPCHECK_OUTPUT',
    flag: '--output',
    schema: settingsShape.output,
    fallback: () => undefined,
    inFile: ({ content, resolve }) => content.output && resolve(content.output),
  },
  workers: {
    ...counted,
    environment: 'SNAPCHECK_WORKERS',
    flag: '--workers',
    schema: settingsShape.workers,
    fallback: () => Math.min(4, availableParallelism()),
    inFile: ({ content }) => content.workers,
  },
  seed: {
    ...counted,
    environment: 'SNAPCHECK_SEED',
    flag: '--seed',
    schema: settingsShape.seed,
    fallback: () => 1,
    inFile: ({ content }) => content.seed,
  },
  ceiling: {
    ...counted,
    environment: 'SNAPCHECK_CEILING',
    flag: '--ceiling',
    schema: settingsShape.ceiling,
    fallback: () => 20,
    inFile: ({ content }) => content.ceiling,
  },
  waivers: {
    ...texts,
    environment: 'SNAPCHECK_WAIVERS',
    flag: '--waivers',
    schema: settingsShape.waivers,
    fallback: () => undefined,
    inFile: ({ content, resolve }) => content.waivers && resolve(content.waivers),
  },
  journal: {
    ...texts,
    environment: 'SNAPCHECK_JOURNAL',
    flag: '--journal',
    schema: settingsShape.journal,
    fallback: () => undefined,
    inFile: ({ content, resolve }) => content.journal && resolve(content.journal),
  },
  suites: {
    environment: 'SNAPCHECK_SUITES',
    flag: '--suites',
    schema: settingsShape.suites,
    fallback: () => [],
    inFile: ({ content }) => content.suites,
    take: (given) => given as readonly string[],
  },
  patienceLimit: {
    ...durations,
    environment: 'SNAPCHECK_PATIENCE_LIMIT',
    flag: null,
    fallback: () => 35 * 60_000,
    inFile: ({ content }) => content.patience?.limit,
  },
  patienceInterval: {
    ...durations,
    environment: 'SNAPCHECK_PATIENCE_INTERVAL',
    flag: null,
    fallback: () => 60_000,
    inFile: ({ content }) => content.patience?.interval,
  },
}

export type ResolvedSettings = { readonly [Name in SettingName]: Resolved<Settings[Name]> }

export interface SettingSources {
  /** Already of their types: the command line has checked them. */
  readonly flags: Partial<Settings>
  readonly environment: NodeJS.ProcessEnv
  readonly loaded: LoadedConfiguration
}

/** Every setting with its origin. @throws SNAPCHECK_OPTION_VALUE for a variable of the environment that cannot be used. */
export function resolveSettings(sources: SettingSources): ResolvedSettings {
  const names = Object.keys(settingLines) as SettingName[]
  return Object.fromEntries(names.map((name) => [name, resolved(name, sources)])) as unknown as ResolvedSettings
}

function resolved<Name extends SettingName>(name: Name, { flags, environment, loaded }: SettingSources): Resolved<Settings[Name]> {
  const line: SettingLine<Settings[Name]> = settingLines[name]
  const flag = flags[name]
  if (flag !== undefined) return { value: flag, origin: 'flag', place: line.flag! }
  const variable = environment[line.environment]
  if (variable !== undefined && variable !== '') {
    return { value: fromEnvironment(line, variable), origin: 'environment', place: line.environment }
  }
  const inFile = line.inFile(loaded)
  if (inFile !== undefined) return { value: line.take(inFile), origin: 'file', place: loaded.file! }
  return { value: line.fallback(), origin: 'default', place: 'built in' }
}

function fromEnvironment<Value>({ environment, schema, take }: SettingLine<Value>, text: string): Value {
  const list = text.split(delimiter).filter((part) => part !== '')
  const candidates: readonly unknown[] = [list, text, ...(text.trim() === '' ? [] : [Number(text)])]
  const checked = candidates.map((candidate) => schema.safeParse(candidate))
  const good = checked.find(({ success }) => success)
  if (good?.success === true) return take(good.data)
  throw new SnapcheckError('SNAPCHECK_OPTION_VALUE', `The environment variable ${environment} does not take "${text}".`, {
    place: environment,
    observed: text,
    expected: checked.at(-1)!.error!.issues[0]!.message,
    next: `Correct or unset ${environment}.`,
  })
}
