import { SnapcheckError } from '../../foundation/errors.ts'
import type { SourceFile } from './file.ts'

/**
 * JSON is parsed as a whole, so it is bounded before: bytes of the file, nesting, and the number of values, each of which
 * takes about 40 bytes. 100,000 checkpoints in the recorded shape are 80 MB, 8 levels and 2 million values.
 */
export interface JsonLimits {
  readonly bytes: number
  readonly depth: number
  readonly values: number
}

const jsonLimits: JsonLimits = { bytes: 256 * 1024 * 1024, depth: 100, values: 8_000_000 }

/** @throws SNAPCHECK_FILE_LIMIT, SNAPCHECK_FILE_MALFORMED */
export function readJson(file: SourceFile, limits: JsonLimits = jsonLimits): unknown {
  if (file.bytes > limits.bytes) throw over(file, 'is too large for JSON', `${file.bytes} bytes`, `at most ${limits.bytes}`)
  const text = boundedText(file, limits)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_FILE_MALFORMED', `${file.path} is not JSON to its end.`, {
      place: file.path,
      observed: cause instanceof Error ? cause.message.slice(0, 300) : String(cause),
      expected: 'one JSON value',
      next: 'Export it again: it may have been cut off.',
      cause,
    })
  }
}

/** In a function of its own, so that the pieces are free again before the text is parsed. */
function boundedText(file: SourceFile, limits: JsonLimits): string {
  const pieces: string[] = []
  const count = counter(file, limits)
  for (const piece of file.pieces()) {
    count(piece)
    pieces.push(piece)
  }
  return pieces.join('')
}

const code = { quote: 0x22, backslash: 0x5c, comma: 0x2c, openObject: 0x7b, closeObject: 0x7d, openArray: 0x5b, closeArray: 0x5d } as const

/** Counts values and nesting over any number of pieces, text in quotation marks left out. */
function counter(file: SourceFile, limits: JsonLimits): (piece: string) => void {
  let depth = 0
  let values = 0
  let quoted = false
  let escaped = false
  return (piece) => {
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at)
      if (quoted) {
        if (escaped) escaped = false
        else if (unit === code.backslash) escaped = true
        else if (unit === code.quote) quoted = false
      } else if (unit === code.quote) quoted = true
      else if (unit === code.comma) values++
      else if (unit === code.openObject || unit === code.openArray) {
        values++
        if (++depth > limits.depth) throw over(file, 'is nested too deeply', `${depth} levels`, `at most ${limits.depth}`)
      } else if (unit === code.closeObject || unit === code.closeArray) depth--
    }
    if (values > limits.values) throw over(file, 'has too many values', `over ${limits.values}`, `at most ${limits.values}`)
  }
}

function over(file: SourceFile, how: string, observed: string, expected: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FILE_LIMIT', `${file.path} ${how}.`, {
    place: file.path,
    observed,
    expected,
    next: 'Export fewer VMs at once, or use Export-Clixml, which is read piece by piece.',
  })
}
