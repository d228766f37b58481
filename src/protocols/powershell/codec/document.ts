import { cliXmlReader } from './read.ts'
import { cliXmlLimits, type CliXmlLimits } from './limits.ts'
import type { CliXmlValue } from './value.ts'

/** One top-level value, with the stream that a remote shell sent it on. */
export interface CliXmlTop {
  readonly value: CliXmlValue
  readonly stream: string | undefined
}

/** Reads a whole document that is in memory already; for answers of a shell, whose size the session bounds. */
export function readCliXml(document: string, place: string, limits: CliXmlLimits = cliXmlLimits): readonly CliXmlTop[] {
  const values: CliXmlTop[] = []
  const reader = cliXmlReader(place, { top: (value, stream) => void values.push({ value, stream }) }, limits)
  reader.write(document)
  reader.end()
  return values
}
