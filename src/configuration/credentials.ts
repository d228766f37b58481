import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { SnapcheckError } from '../foundation/errors.ts'
import type { LoadedConfiguration } from './load.ts'
import type { CredentialsEntry } from './schema/schema.ts'

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** Milliseconds that a command may take: a password manager may have to be unlocked by hand. */
const commandLimit = 120_000

export type CredentialReader = (name: string) => Promise<Credentials>

/**
 * Reads credentials when they are first needed, each once: a file descriptor can be read once only, and a command may ask
 * a person. @throws SNAPCHECK_CREDENTIALS_UNAVAILABLE, which names the way and never what was read.
 */
export function credentialReader(loaded: LoadedConfiguration, environment: NodeJS.ProcessEnv): CredentialReader {
  const known = new Map<string, Promise<Credentials>>()
  return (name) => {
    const reading = known.get(name) ?? read(name, loaded, environment)
    known.set(name, reading)
    return reading
  }
}

async function read(name: string, loaded: LoadedConfiguration, environment: NodeJS.ProcessEnv): Promise<Credentials> {
  const entry = loaded.content.credentials![name]!
  if (entry.env !== undefined) {
    return { user: variable(name, entry.env.user, environment), password: variable(name, entry.env.password, environment) }
  }
  return twoLines(name, wayOf(entry), await textOf(name, entry, loaded))
}

/** How an entry is told to a person; holds nothing secret. */
export function wayOf({ env, fd, file, command }: CredentialsEntry): string {
  if (env !== undefined) return `environment variables ${env.user} and ${env.password}`
  if (fd !== undefined) return `file descriptor ${fd}`
  return file === undefined ? `command ${command![0]}` : `file ${file}`
}

function variable(name: string, key: string, environment: NodeJS.ProcessEnv): string {
  const value = environment[key]
  if (value !== undefined && value !== '') return value
  throw unavailable(
    name,
    `environment variable ${key}`,
    value === undefined ? 'not set' : 'empty',
    `Set ${key} in the environment of snapcheck.`,
  )
}

async function textOf(name: string, entry: CredentialsEntry, loaded: LoadedConfiguration): Promise<string> {
  try {
    if (entry.command === undefined) return readFileSync(entry.fd ?? loaded.resolve(entry.file!), 'utf8')
    const [program, ...parameters] = entry.command
    const cwd = loaded.file === null ? undefined : dirname(loaded.file)
    const { stdout } = await promisify(execFile)(program!, parameters, { cwd, timeout: commandLimit, windowsHide: true, encoding: 'utf8' })
    return stdout
  } catch (error) {
    // The message of a failed command repeats its arguments and what it printed: neither is passed on.
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no code'
    throw unavailable(name, wayOf(entry), `failed with ${code}`, 'Try it by hand; it must give two lines, the user and the password.')
  }
}

function twoLines(name: string, way: string, text: string): Credentials {
  const [user = '', password = '', ...rest] = text.split(/\r?\n/)
  if (user !== '' && password !== '' && rest.every((line) => line === '')) return { user, password }
  throw unavailable(name, way, 'something else', 'It must give two lines, the user and the password.')
}

function unavailable(name: string, way: string, observed: string, next: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_CREDENTIALS_UNAVAILABLE', `The credentials ${name} could not be read from ${way}.`, {
    place: `credentials.${name}`,
    observed,
    expected: 'a user and a password',
    next,
  })
}
