/**
 * Writes the pages of docs/ that are made from data. `--check` writes nothing and fails where a page is stale, which is
 * what `.ci/run` does.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationJsonSchemaText } from '../src/configuration/schema/json-schema.ts'
import { waiversJsonSchemaText } from '../src/configuration/waivers/schema.ts'
import { claimsPage } from './pages/claims.ts'
import { reportJsonSchemaText } from '../src/report/model/schema/json-schema.ts'
import { errorsPage } from './pages/errors.ts'

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'claims.md': claimsPage,
  'errors.md': errorsPage,
  'schema/snapcheck.config-1.schema.json': configurationJsonSchemaText,
  'schema/snapcheck.report-1.schema.json': reportJsonSchemaText,
  'schema/snapcheck.waivers-1.schema.json': waiversJsonSchemaText,
}

const checkOnly = process.argv.includes('--check')
const changed: string[] = []
for (const [name, page] of Object.entries(pages)) {
  if (renew(join(import.meta.dirname, name), await page())) changed.push(`docs/${name}`)
}

if (changed.length > 0 && checkOnly) {
  console.error(`Stale: ${changed.join(', ')}. Run \`npm run docs\` and commit what it writes.`)
  process.exitCode = 1
} else {
  console.log(`${Object.keys(pages).length} generated pages: ${changed.length === 0 ? 'all fresh' : `${changed.length} written`}.`)
}

/** True where the page was not as it should be. */
function renew(file: string, content: string): boolean {
  if (stored(file) === content) return false
  if (!checkOnly) writeFileSync(file, content)
  return true
}

function stored(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
