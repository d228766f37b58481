/** What a session takes before it gives up; each ends in an error with a code. */
export interface SessionLimits {
  /** Milliseconds for PowerShell to start. */
  readonly start: number
  /** Milliseconds for a call that names no time of its own. */
  readonly call: number
  /** Characters of one command line. node-powershell sent 300,000 in 100 ms (reference: trap 24). */
  readonly request: number
  /** Bytes in one frame; as base64 a third more, so that a frame stays below 1 MB. */
  readonly frame: number
  /** Bytes of one answer as CLIXML. */
  readonly answer: number
  /** Objects that one script may put out. */
  readonly objects: number
  /** Bytes after which a process is replaced, so that whatever is kept of them, in either process, has an end (trap 25). */
  readonly served: number
}

export const sessionLimits: SessionLimits = {
  start: 60_000,
  call: 300_000,
  request: 1_000_000,
  frame: 720_000,
  answer: 64 * 1024 * 1024,
  objects: 1_000_000,
  served: 64 * 1024 * 1024,
}
