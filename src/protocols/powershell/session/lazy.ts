import type { CallResult } from './result.ts'
import { openSession, type Call, type Session, type SessionOptions } from './session.ts'

/** Calls of shipped scripts, whichever process runs them. */
export interface ScriptCalls {
  /** As `Session.call`. */
  call(call: Call): Promise<CallResult>
  /** Ends all processes; a later call begins anew. */
  close(): Promise<void>
}

/** A session that starts with its first call, and again with the first one after it was closed. */
export function lazySession(options: SessionOptions): ScriptCalls {
  let session: Promise<Session> | undefined
  return {
    async call(call) {
      session ??= openSession(options)
      return (await session).call(call)
    },
    async close() {
      const open = session
      session = undefined
      await (await open)?.dispose()
    },
  }
}
