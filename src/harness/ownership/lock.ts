import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Guid } from '../../checkpoint/guid.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { written } from './journal/written.ts'
import { isAlive } from './process.ts'

/** Who works on a VM, and since when. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly run: string
  /** ISO 8601, UTC. */
  readonly since: string
  readonly endpoint: string
  readonly vm: Guid
  /** Tells one lock from the next at the same place. */
  readonly token: string
}

export interface VmLock {
  /** The holders whose locks were taken over, because their processes have ended. */
  readonly tookOver: readonly Holder[]
  release(): void
}

export interface LockOptions {
  /** The folder of locks; made where it is missing. */
  readonly folder: string
  /** Labels of the endpoints that show the VM. Two runs meet where they share one. */
  readonly endpoints: readonly string[]
  readonly vm: Guid
  readonly run: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Takes the VM for this process, so that two runs do not meet on it. The lock of an ended process of this machine is taken
 * over; whether a process of another machine still runs cannot be told from here, so its lock stands.
 * @throws SNAPCHECK_VM_IN_USE, naming who holds it and since when, SNAPCHECK_JOURNAL_UNWRITABLE; nothing is held then.
 */
export function lockVm({ folder, endpoints, vm, run, now }: LockOptions): VmLock {
  written(folder, () => mkdirSync(folder, { recursive: true }))
  const since = new Date(now).toISOString()
  const held: { readonly file: string; readonly holder: Holder; readonly before: Holder | undefined }[] = []
  const releaseAll = (): void => held.forEach(({ file, holder }) => release(file, holder))
  try {
    // Always in one order: two runs that share two endpoints then never wait for each other's second one.
    for (const endpoint of [...new Set(endpoints)].toSorted()) {
      const file = join(folder, `${vm}.${createHash('sha256').update(endpoint).digest('hex').slice(0, 8)}.lock`)
      const holder = { pid: process.pid, host: hostname(), run, since, endpoint, vm, token: randomBytes(8).toString('hex') }
      held.push({ file, holder, before: acquire(file, holder) })
    }
  } catch (error) {
    releaseAll()
    throw error
  }
  return { tookOver: held.flatMap(({ before }) => before ?? []), release: releaseAll }
}

/** @returns the holder that had ended, if there was one. */
function acquire(file: string, holder: Holder): Holder | undefined {
  if (placed(file, holder)) return undefined
  const other = readHolder(file)
  if (other === undefined) return acquire(file, holder)
  if (other.host !== holder.host || isAlive(other.pid)) throw inUse(file, other)
  // Who takes over does so behind a lock for exactly this stale one: of several that see it, one removes it, once.
  const gate = `${file}.${other.token}`
  acquire(gate, holder)
  try {
    if (readHolder(file)?.token === other.token) rmSync(file)
    acquire(file, holder)
    return other
  } finally {
    release(gate, holder)
  }
}

/** Whole or not at all: a link cannot be seen half-written. */
function placed(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.token}.draft`
  written(draft, () => writeFileSync(draft, JSON.stringify(holder)))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft)
  }
}

function release(file: string, { token }: Holder): void {
  if (readHolder(file)?.token === token) rmSync(file)
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new SnapcheckError('SNAPCHECK_JOURNAL_MALFORMED', `The lock ${file} cannot be read.`, {
      place: file,
      observed: error instanceof Error ? error.message : String(error),
      expected: 'a lock that snapcheck wrote',
      next: `Remove ${file} once nobody works on the VM.`,
      cause: error,
    })
  }
}

function inUse(file: string, { host, pid, run, since, endpoint, vm }: Holder): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_VM_IN_USE', `Another run works on VM ${vm} of ${endpoint}.`, {
    place: `${endpoint}, VM ${vm}`,
    observed: `held by process ${pid} on ${host}, run ${run}, since ${since}`,
    expected: 'a VM that nobody else works on',
    next: `Wait for that run to end; where it has ended on ${host}, remove ${file}.`,
  })
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
