import { join } from 'node:path'
import pc from 'picocolors'
import { interfaceName, outcomeSymbols } from '../report/present/labels.ts'
import { findingsOf } from '../report/present/findings.ts'
import { unsettledOf } from '../report/present/environment.ts'
import { originLine, verdictLine } from '../report/present/headline.ts'
import { matricesOf } from '../report/present/matrix.ts'
import type { Report } from '../report/model/report.ts'
import type { Outcome } from '../judgement/outcome.ts'
import { waivableOutcomes } from '../judgement/waiver.ts'
import { waiverLine } from '../report/present/waiver-line.ts'
import { outcomeColours } from './colours.ts'
import { matrixLines } from './matrix.ts'
import { print } from './print.ts'

/** The report in a terminal: the matrix, what is wrong, what the words rest on, and where the files are. */
export function printSummary(report: Report, folder: string): void {
  print('')
  const matrices = matricesOf(report)
  if (matrices.length > 0) print(`${matrixLines(matrices).join('\n')}\n`)
  print(pc.bold(verdictLine(report)))
  print(originLine(report))
  printProblems(report)
  printUnsettled(report)
  printWorst(report)
  for (const waiver of report.waivers) print(`${pc.yellow('waived')} ${waiverLine(waiver)}`)
  print('')
  print(`${pc.dim('report')}  ${join(folder, 'report.html')}  ${pc.dim('(also report.json, ctrf.json, junit.xml, summary.md)')}`)
}

/** Equal problems of several scenarios are one line with their number. */
function printProblems({ problems }: Report): void {
  const distinct = [...Map.groupBy(problems, ({ code, sentence }) => `${code}  ${sentence}`)]
  for (const [line, same] of distinct.slice(0, 10)) {
    print(`${pc.red('problem')} ${line}${same.length > 1 ? pc.dim(` (${same.length} times)`) : ''}`)
    const next = same[0]!.next
    if (next !== null) print(`  ${pc.dim('next')}    ${next}`)
  }
  if (distinct.length > 10) print(`and ${distinct.length - 10} more kinds of problems in the report`)
}

const isDeciding = (outcome: Outcome): boolean => waivableOutcomes.some((each) => each === outcome)

/** What is not as it was found, and what somebody else did meanwhile. */
function printUnsettled(report: Report): void {
  const unsettled = unsettledOf(report)
  for (const { scenario, sentences } of unsettled.slice(0, 10)) {
    print(`${pc.yellow('changed')} ${scenario}`)
    for (const sentence of sentences) print(`  ${sentence}`)
  }
  if (unsettled.length > 10) print(`and ${unsettled.length - 10} more such scenarios in the report`)
}

/** The findings that decide the exit code, worst first; verdicts of one claim in one cell are one finding. */
function printWorst(report: Report): void {
  const worst = findingsOf(report).filter(({ outcome, waiver }) => waiver === undefined && isDeciding(outcome))
  for (const { claim, cell, outcome, verdicts } of worst.slice(0, 10)) {
    const { scenario, expected, actual, reason } = verdicts[0]!
    const times = verdicts.length > 1 ? `, ${verdicts.length} times, first in ${scenario}` : `, in ${scenario}`
    print(
      `  ${outcomeColours[outcome](`${outcomeSymbols[outcome]} ${outcome}`)} ${claim} ${cell.property}, ${interfaceName(cell.creator)} → ${interfaceName(cell.observer)}${times}`,
    )
    print(`    ${pc.dim('expected')} ${JSON.stringify(expected)}  ${pc.dim('observed')} ${JSON.stringify(actual)}`)
    if (reason !== undefined && outcome !== 'violates') print(`    ${pc.dim('because')}  ${reason.sentence}`)
  }
  if (worst.length > 10) print(`  and ${worst.length - 10} more findings in the report`)
}
