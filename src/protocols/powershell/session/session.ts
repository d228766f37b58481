import { sessionLimits, type SessionLimits } from './limits.ts'
import type { Parameters } from './parameters.ts'
import { sessionProcess, type Engine, type SessionProcess } from './process.ts'
import type { CallResult } from './result.ts'
import type { Script } from './script.ts'
import type { ShellOptions } from './shell.ts'
import { turns } from './turns.ts'
import { within } from './within.ts'

export interface SessionOptions extends ShellOptions {
  /** Processes at most; each runs one call at a time. 1 where left out. */
  readonly size?: number
  /** Closes the session when it is aborted. */
  readonly signal?: AbortSignal
  readonly limits?: Partial<SessionLimits>
}

export interface Call {
  readonly script: Script
  readonly parameters?: Parameters
  /** As of Export-Clixml: how far the members of each object are kept as objects. 2 where left out. */
  readonly depth?: number
  /** Milliseconds from the moment when a process is ready for it. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

export interface Session extends AsyncDisposable {
  readonly engine: Engine
  /**
   * Runs a shipped script. What the script did, also that a product refused, is the result.
   * @throws a SnapcheckError wherever it is not known what the script did, or that it did nothing. Its process is ended then,
   * and the next call gets a fresh one.
   */
  call(call: Call): Promise<CallResult>
  /** Ends all processes and every call that runs or waits. */
  dispose(): Promise<void>
}

interface Slot {
  process: SessionProcess | undefined
}

/** @throws SNAPCHECK_POWERSHELL_MISSING, and what else the first start may end with. */
export async function openSession({ size = 1, signal, limits: given, ...shell }: SessionOptions): Promise<Session> {
  const limits = { ...sessionLimits, ...given }
  const slots = Array.from({ length: size }, (): Slot => ({ process: undefined }))
  const order = turns(slots)
  const closing = new AbortController()
  const endings = new Set<Promise<void>>()

  function discard(slot: Slot): void {
    if (slot.process === undefined) return
    const ending = slot.process.kill().finally(() => endings.delete(ending))
    endings.add(ending)
    slot.process = undefined
  }

  async function start(slot: Slot, signals: readonly AbortSignal[]): Promise<Engine> {
    const process = sessionProcess(shell, limits)
    slot.process = process
    return within({ place: 'The start of PowerShell', timeout: limits.start, signals }, () => process.start())
  }

  /** Whatever goes wrong between the two, what the process would still answer is unknown: it is not used again. */
  async function using<T>(slot: Slot, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      discard(slot)
      throw error
    } finally {
      order.giveBack(slot)
    }
  }

  async function granted(place: string, signals: readonly AbortSignal[]): Promise<Slot> {
    const turn = order.take()
    try {
      return await within({ place, signals }, () => turn.granted)
    } catch (error) {
      turn.giveUp()
      throw error
    }
  }

  async function call({ script, parameters = {}, depth = 2, timeout = limits.call, signal }: Call): Promise<CallResult> {
    const place = script.path
    const signals = [closing.signal, ...(signal === undefined ? [] : [signal])]
    const slot = await granted(place, signals)
    return using(slot, async () => {
      if (slot.process?.isSpent() === true) discard(slot)
      if (slot.process === undefined) await start(slot, signals)
      return within({ place, timeout, signals }, () => slot.process!.run(script, parameters, depth))
    })
  }

  function close(reason: unknown): void {
    closing.abort(reason)
    for (const slot of slots) discard(slot)
  }

  async function dispose(): Promise<void> {
    close(new Error('the session was closed'))
    await Promise.all(endings)
  }

  signal?.addEventListener('abort', () => close(signal.reason), { once: true })
  if (signal?.aborted === true) close(signal.reason)
  const slot = await granted('The start of PowerShell', [closing.signal])
  const engine = await using(slot, () => start(slot, [closing.signal]))
  return { engine, call, dispose, [Symbol.asyncDispose]: dispose }
}
