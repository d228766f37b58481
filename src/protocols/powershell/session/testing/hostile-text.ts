import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'

/** A file that is there as soon as something in a text was executed. */
export const canary = join(tmpdir(), `snapcheck-canary-${process.pid}`)
/** What would make it, as a command of PowerShell. */
export const chirp = `[IO.File]::WriteAllText("${canary.replaceAll('\\', '\\\\')}", "executed")`

const fragments = [
  ...`'"‘’‚‛“”„‟\`$@#&|;,:(){}[]*?<>%!~^\\/ `,
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b',
  '\u0085',
  '\u2028',
  '\u200e',
  '\u200f',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '\ude00',
  '😀',
  '$env:HOME',
  '$PID',
  '`n',
  '`0',
  '_x000A_',
  '-Name',
  '--%',
  '@"',
  '"@',
  '#>',
  ']]>',
  '&amp;',
  ']',
  'snapcheck 1 0 1 ',
  `$(${chirp})`,
  `'; ${chirp}; '`,
  `"; ${chirp}; "`,
  `’; ${chirp}; ’`,
  `\n${chirp}\n`,
  `\`"; ${chirp}`,
]
const unit = fc.oneof(
  fc.constantFrom(...fragments),
  fc.integer({ min: 0, max: 0xfffd }).map((code) => String.fromCharCode(code)),
)
/** Texts that look like code, end quotes of every kind, or are hard to carry: at most 40 units. */
export const hostileText = fc.string({ unit, maxLength: 40 })
