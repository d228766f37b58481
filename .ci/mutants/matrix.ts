import type { Outcome } from '../../src/judgement/outcome.ts'
import { outcomeSymbols } from '../../src/report/present/labels.ts'
import type { FaultLine } from './line.ts'
import type { MutantTable } from './table.ts'
import { worstOf } from './turns.ts'

const toldInVain = '·'
const notTold = ' '

/** Fault x scenario, one character each: the worst that the scenario made of it, whoever created. Scenarios are numbered. */
export function matrixText({ faults, scenarios }: MutantTable): string {
  const width = Math.max(...faults.map(({ fault }) => fault.length))
  const numbers = scenarios.map((_, index) => String(index + 1).padStart(2, '0'))
  const head = [0, 1].map((digit) => `${' '.repeat(width)}  ${numbers.map((number) => number[digit]).join('')}`)
  const rows = faults.map((line) =>
    `${line.fault.padEnd(width)}  ${scenarios.map(({ scenario }) => symbol(line, scenario)).join('')}`.trimEnd(),
  )
  return [...head, ...rows, '', ...scenarios.map(({ scenario }, index) => `${numbers[index]} ${scenario}`)].join('\n')
}

export const matrixLegend =
  `${outcomeSymbols.violates} noticed, a must is violated; ${outcomeSymbols.deviates} noticed, it deviates; ` +
  `${outcomeSymbols.inconclusive} noticed, no longer conclusive (SPF waited for it in vain); ${toldInVain} told, not noticed; blank: judges no such cell`

function symbol({ fields }: FaultLine, scenario: string): string {
  const own = fields.filter((field) => field.scenario === scenario)
  const noticed = own.flatMap((field): readonly Outcome[] => (field.noticed === null ? [] : [field.noticed]))
  if (noticed.length > 0) return outcomeSymbols[worstOf(noticed)]
  return own.length > 0 ? toldInVain : notTold
}
