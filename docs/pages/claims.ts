import { claimRows, type ClaimRow } from '../../src/cli/claim-rows.ts'
import { collectScenarios } from '../../src/harness/collect.ts'
import { loadRegister } from '../../src/harness/register-files.ts'
import { rules } from '../../src/judgement/rules/index.ts'
import { code, generatedFrom, table } from './markdown.ts'

const levels = ['must', 'should', 'info'] as const

/** How a claim is covered, from best to none, with the words of the table's head. */
const coverages = {
  scenario: 'told by a scenario',
  rule: 'judged where a story or a file shows it',
  none: 'not judged',
} as const

export async function claimsPage(): Promise<string> {
  const rows = claimRows(await collectScenarios(), loadRegister(), rules)
  const judged = rows.filter((row) => coverageOf(row) !== 'none').length
  return `${generatedFrom('suites/claims, suites and src/judgement/rules')}

# Claims

${rows.length} claims about Hyper-V snapshots and SCVMM checkpoints, ${judged} of which something here judges. \`snapcheck explain CLAIM\`
prints one in full, with its source, its check and the original words about versions.

${coverageTable(rows)}

Judged says what this version can judge, on the lab or from a file; it says nothing about a product.
${topicsOf(rows)
  .map(([topic, claims]) => `\n## ${topic}\n\n${claimsTable(claims)}\n`)
  .join('')}`
}

function coverageOf({ scenarios, judgedByRule }: ClaimRow): keyof typeof coverages {
  if (scenarios.length > 0) return 'scenario'
  return judgedByRule ? 'rule' : 'none'
}

function coverageTable(rows: readonly ClaimRow[]): string {
  const counts = (of: readonly ClaimRow[]): readonly string[] =>
    Object.keys(coverages).map((coverage) => String(of.filter((row) => coverageOf(row) === coverage).length))
  return table(
    ['level', 'claims', ...Object.values(coverages)],
    [...levels.map((level) => [level, rows.filter((row) => row.level === level)] as const), ['all', rows] as const].map(([name, of]) => [
      name,
      String(of.length),
      ...counts(of),
    ]),
  )
}

function topicsOf(rows: readonly ClaimRow[]): readonly (readonly [topic: string, claims: readonly ClaimRow[]])[] {
  return Object.entries(Object.groupBy(rows, ({ topic }) => topic))
    .map(([topic, claims]) => [topic, claims ?? []] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function claimsTable(claims: readonly ClaimRow[]): string {
  const rows = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.id, row.statement, row.level, row.basis, judgedBy(row)])
  return table(['claim', 'statement', 'level', 'basis', 'judged by'], rows)
}

function judgedBy({ scenarios, reason }: ClaimRow): string {
  return scenarios.length > 0 ? scenarios.map(code).join(', ') : `${reason?.code}: ${reason?.sentence}`
}
