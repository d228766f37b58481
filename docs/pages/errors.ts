import { errorCodes } from '../../src/foundation/error-codes.ts'
import { code, generatedFrom, table } from './markdown.ts'

export function errorsPage(): string {
  const rows = Object.entries(errorCodes)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, { exit, meaning, remedy }]) => [code(name), String(exit), meaning, remedy])
  return `${generatedFrom('src/foundation/error-codes.ts')}

# Error codes

Every error of snapcheck has a stable code. The exit code is that of a command which ends with it; \`snapcheck explain CODE\`
prints the same as this page.

${table(['code', 'exit', 'meaning', 'what helps'], rows)}
`
}
