import { join } from 'node:path'
import pc from 'picocolors'
import { interfaceName, outcomeSymbols, propertyLabels } from '../report/present/labels.ts'
import { originLine, verdictLine } from '../report/present/headline.ts'
import { matricesOf, type Matrix, type MatrixCell } from '../report/present/matrix.ts'
import type { Report } from '../report/model/report.ts'
import type { Outcome } from '../judgement/outcome.ts'
import { print } from './print.ts'

const colours: Readonly<Record<Outcome, (text: string) => string>> = {
  conforms: pc.green,
  deviates: pc.yellow,
  violates: pc.red,
  unsupported: pc.dim,
  inconclusive: pc.magenta,
  error: pc.red,
  'not-run': pc.dim,
}

/** The report in a terminal: the matrix, what is wrong, what the words rest on, and where the files are. */
export function printSummary(report: Report, folder: string): void {
  print('')
  printMatrix(matricesOf(report))
  print('')
  print(pc.bold(verdictLine(report)))
  print(originLine(report))
  for (const { code, sentence, next } of report.problems.slice(0, 5)) print(`${pc.red('problem')} ${code}  ${sentence}${next === null ? '' : `\n  next      ${next}`}`)
  if (report.problems.length > 5) print(`and ${report.problems.length - 5} more problems in the report`)
  printWorst(report)
  print('')
  print(`${pc.dim('report')}  ${join(folder, 'report.html')}  ${pc.dim('(also report.json, junit.xml, summary.md)')}`)
}

/** Rows creator → observer, a column for each property. */
function printMatrix(matrices: readonly Matrix[]): void {
  const pairs = new Map<string, MatrixCell>()
  for (const { cells } of matrices) for (const cell of cells) pairs.set(`${cell.creator} ${cell.observer}`, cell)
  const nameOf = (cell: MatrixCell): string => `${interfaceName(cell.creator)} → ${interfaceName(cell.observer)}`
  const width = Math.max(22, ...[...pairs.values()].map((cell) => nameOf(cell).length))
  print(`${pc.dim('made by → seen by'.padEnd(width))}  ${matrices.map(({ property }) => propertyLabels[property].title.padEnd(12)).join(' ')}`)
  for (const [pair, first] of pairs) {
    const columns = matrices.map(({ cells }) => cells.find((cell) => `${cell.creator} ${cell.observer}` === pair))
    print(`${nameOf(first).padEnd(width)}  ${columns.map(shown).join(' ')}`)
  }
}

function shown(cell: MatrixCell | undefined): string {
  if (cell === undefined) return ' '.repeat(12)
  return colours[cell.outcome](`${outcomeSymbols[cell.outcome]} ${cell.judged}/${cell.total}`.padEnd(12))
}

function printWorst({ verdicts }: Report): void {
  const worst = verdicts.filter(({ outcome }) => outcome === 'violates' || outcome === 'error' || outcome === 'inconclusive')
  for (const { claim, cell, outcome, scenario, expected, actual } of worst.slice(0, 10)) {
    print(`  ${colours[outcome](`${outcomeSymbols[outcome]} ${outcome}`)} ${claim} ${cell.property}, ${interfaceName(cell.creator)} → ${interfaceName(cell.observer)}, in ${scenario}`)
    print(`    ${pc.dim('expected')} ${JSON.stringify(expected)}  ${pc.dim('observed')} ${JSON.stringify(actual)}`)
  }
  if (worst.length > 10) print(`  and ${worst.length - 10} more in the report`)
}
