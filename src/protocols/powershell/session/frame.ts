import { SnapcheckError } from '../../../foundation/errors.ts'
import type { Printed } from './shell.ts'

/** A piece of the answer to one call. */
export interface Frame {
  readonly offset: number
  /** Bytes of the whole answer. */
  readonly total: number
  readonly bytes: Buffer
  /** What was printed around the frame: by a program, or by a script past the streams. */
  readonly console: string
}

/**
 * `[snapcheck CALL OFFSET TOTAL BASE64]` with the number of this call: the closing bracket is the mark without which no
 * success is believed (reference: traps 10 and 13).
 * @throws SNAPCHECK_POWERSHELL_ANSWER
 */
export function readFrame({ stdout, stderr }: Printed, call: number): Frame {
  const mark = `[snapcheck ${call} `
  const begin = stdout.lastIndexOf(mark)
  const end = stdout.indexOf(']', begin)
  const [offset, total, base64, ...more] = stdout.slice(begin + mark.length, end).split(' ')
  if (begin === -1 || end === -1 || base64 === undefined || more.length > 0) throw noAnswer(stdout, stderr, call)
  return {
    offset: Number(offset),
    total: Number(total),
    bytes: Buffer.from(base64, 'base64'),
    console: [stdout.slice(0, begin), stdout.slice(end + 1), stderr]
      .map((text) => text.trim())
      .filter(Boolean)
      .join('\n'),
  }
}

function noAnswer(stdout: string, stderr: string, call: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_ANSWER', 'PowerShell came back without a whole answer.', {
    observed: JSON.stringify(`${stderr}\n${stdout}`.trim().slice(0, 1000)),
    expected: `a frame of call ${call}`,
  })
}
