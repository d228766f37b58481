import { StringDecoder } from 'node:string_decoder'
import { SnapcheckError } from '../../../foundation/errors.ts'
import { cliXmlReader } from '../codec/read.ts'
import type { CliXmlValue } from '../codec/value.ts'
import type { Frame } from './frame.ts'
import type { SessionLimits } from './limits.ts'

export interface Answer {
  readonly value: CliXmlValue
  /** What was printed around the frames. */
  readonly console: string
}

export interface AnswerReader {
  /** @returns true where this frame was the last. @throws SNAPCHECK_POWERSHELL_ANSWER, SNAPCHECK_POWERSHELL_LIMIT */
  take(frame: Frame): boolean
  /** Bytes so far: where the next frame begins. */
  received(): number
  end(): Answer
}

/** Reads the one CLIXML document of an answer while its frames come. */
export function answerReader({ answer: limit }: Pick<SessionLimits, 'answer'>): AnswerReader {
  const values: CliXmlValue[] = []
  const document = cliXmlReader('the answer of PowerShell', { top: (value) => void values.push(value) })
  const decoder = new StringDecoder('utf8')
  const printed: string[] = []
  let received = 0

  return {
    take({ offset, total, bytes, console }) {
      if (total > limit) throw beyond('The answer of PowerShell is too long.', total, limit)
      if (offset !== received || bytes.length === 0) throw outOfOrder(offset, bytes.length, received)
      document.write(decoder.write(bytes))
      received += bytes.length
      if (console !== '') printed.push(console)
      return received >= total
    },
    received: () => received,
    end() {
      document.end()
      return { value: values[0]!, console: printed.join('\n') }
    },
  }
}

export function beyond(summary: string, observed: number, expected: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_LIMIT', summary, { observed: `${observed} bytes`, expected: `at most ${expected}` })
}

function outOfOrder(offset: number, length: number, expected: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_ANSWER', 'A frame of the answer of PowerShell is not the one that was asked for.', {
    observed: `${length} bytes from ${offset}`,
    expected: `some from ${expected}`,
  })
}
