/**
 * `npm run mutants -- [--fault ID…] [--all] [--json] [--write | --check] [--threads N]`: holds that every fault of the lab is noticed and
 * that every scenario notices one. `--all` tells each fault to every scenario, which takes long and
 * shows whatever else it turns. `--write` renews docs/mutants.md, `--check` fails where it is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultId } from '../../src/lab/faults/catalogue.ts'
import { findingsIn, unreached } from './findings.ts'
import { matrixLegend, matrixText } from './matrix.ts'
import { counts, mutantsPage } from './page.ts'
import { openPool } from './pool.ts'
import { corruptingFaults } from './plan.ts'
import { mutantTable, type MutantTable } from './table.ts'

const { values: flags } = parseArgs({
  options: {
    fault: { type: 'string', multiple: true, default: [] },
    threads: { type: 'string', default: String(availableParallelism()) },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
})
const page = join(import.meta.dirname, '..', '..', 'docs', 'mutants.md')
const isWhole = flags.fault.length === 0 && !flags.all

const began = performance.now()
await using pool = await openPool(Number(flags.threads))
const table = await mutantTable(
  pool,
  flags.fault.length === 0 ? corruptingFaults : flags.fault.map(faultId),
  flags.all ? 'all' : 'touching',
)
const seconds = ((performance.now() - began) / 1_000).toFixed(1)
// One fault cannot show that a scenario notices none.
const findings = findingsIn(flags.fault.length === 0 ? table : { ...table, scenarios: [] })

if (flags.json) console.log(JSON.stringify({ ...table, unreached: unreached(table), findings }, undefined, 2))
else print(table)
if (flags.write && isWhole) writeFileSync(page, mutantsPage(table))
const isStale = flags.check && isWhole && readFileSync(page, 'utf8').replaceAll('\r\n', '\n') !== mutantsPage(table)
for (const finding of findings) console.error(finding)
if (isStale) console.error('docs/mutants.md is stale: run `npm run mutants -- --write` and commit what it writes.')
process.exitCode = findings.length > 0 || isStale ? 1 : 0

function print(shown: MutantTable): void {
  console.log(`${matrixText(shown)}\n\n${matrixLegend}\n`)
  for (const [what, count] of counts(shown)) console.log(`${what}: ${count}`)
  console.log(`${seconds} s with ${flags.threads} threads`)
}
