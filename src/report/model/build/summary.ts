import type { Claim, Level } from '../../../judgement/claim.ts'
import { outcomeOrder, outcomes, worstOutcome, type Outcome } from '../../../judgement/outcome.ts'
import type { ReportScenario, ReportSummary, ReportVerdict } from '../report.ts'
import { groupedBy, sortedBy } from './order.ts'

const levels: readonly Level[] = ['must', 'should', 'info']
const exitCodes = { acceptable: 0, 'non-conforming': 1, 'could-not-judge': 3, 'not-assessed': 3 } as const

export interface Summarised {
  readonly verdicts: readonly ReportVerdict[]
  readonly scenarios: readonly ReportScenario[]
  readonly problems: readonly unknown[]
  readonly register: ReadonlyMap<string, Claim>
  readonly interrupted: boolean
}

export function summaryOf(material: Summarised): ReportSummary {
  const conclusion = conclusionOf(material)
  return {
    conclusion,
    exitCode: material.interrupted ? 130 : exitCodes[conclusion],
    interrupted: material.interrupted,
    outcomes: countOutcomes(material.verdicts),
    waived: waivedIn(material.verdicts),
    counts: countsOf(material),
    coverage: { ...cellCoverage(material.verdicts), claims: claimCoverage(material) },
  }
}

/** True where something was found out about the products: neither refused, nor unclear, nor left undone. */
export function isJudged(outcome: Outcome): boolean {
  return outcome === 'conforms' || outcome === 'deviates' || outcome === 'violates'
}

export function countOutcomes(verdicts: readonly { readonly outcome: Outcome }[]): Readonly<Record<Outcome, number>> {
  const names = Object.keys(outcomes) as Outcome[]
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Outcome, number>
  for (const { outcome } of verdicts) counts[outcome]++
  return counts
}

/** Design section 1: a violation outweighs what could not be judged; what is waived does not count; nothing judged is never a success. */
function conclusionOf({ verdicts, scenarios, problems }: Summarised): ReportSummary['conclusion'] {
  const found = new Set(verdicts.filter(({ waiver }) => waiver === undefined).map((verdict) => verdict.outcome))
  if (found.has('violates')) return 'non-conforming'
  if (found.has('error') || found.has('inconclusive') || problems.length > 0) return 'could-not-judge'
  if (scenarios.some(isUnclean)) return 'could-not-judge'
  return verdicts.some(({ outcome }) => isJudged(outcome)) ? 'acceptable' : 'not-assessed'
}

function waivedIn(verdicts: readonly ReportVerdict[]): ReportSummary['waived'] {
  const { violates, error, inconclusive } = countOutcomes(verdicts.filter(({ waiver }) => waiver !== undefined))
  return { violates, error, inconclusive }
}

/** True where the VM is not as it was found. */
export function isUnclean({ cleanup: { outcome } }: Pick<ReportScenario, 'cleanup'>): boolean {
  return outcome === 'failed' || outcome === 'left-behind'
}

function countsOf({ verdicts, register }: Summarised): ReportSummary['counts'] {
  const groups = groupedBy(verdicts, ({ cell, claim, outcome }) => {
    const level = levels.indexOf(register.get(claim)!.level)
    return `${cell.observer} ${level} ${outcomeOrder.indexOf(outcome)}`
  })
  return sortedBy(groups, ([key]) => key).map(([, [first, ...others]]) => ({
    observer: first!.cell.observer,
    level: register.get(first!.claim)!.level,
    outcome: first!.outcome,
    count: others.length + 1,
  }))
}

export function cellKey({ cell }: Pick<ReportVerdict, 'cell'>): string {
  return `${cell.creator} ${cell.observer} ${cell.property}`
}

function cellCoverage(verdicts: readonly ReportVerdict[]): Omit<ReportSummary['coverage'], 'claims'> {
  const cells = [...groupedBy(verdicts, cellKey).values()]
  const open = cells.filter((cell) => !cell.some((verdict) => isJudged(verdict.outcome)))
  const cellsBy = groupedBy(open.map(worstOf), whyNotKey)
  const verdictsBy = groupedBy(
    verdicts.filter((verdict) => !isJudged(verdict.outcome)),
    whyNotKey,
  )
  return {
    cells: cells.length,
    judged: cells.length - open.length,
    notJudged: sortedBy(verdictsBy, ([key]) => key).map(([key, group]) => ({
      outcome: group[0]!.outcome,
      reason: group[0]!.reason?.code ?? null,
      verdicts: group.length,
      cells: cellsBy.get(key)?.length ?? 0,
    })),
  }
}

function whyNotKey({ outcome, reason }: ReportVerdict): string {
  return `${outcomeOrder.indexOf(outcome)} ${reason?.code ?? ''}`
}

function worstOf(cell: readonly ReportVerdict[]): ReportVerdict {
  const outcome = worstOutcome(cell.map((verdict) => verdict.outcome))
  return cell.find((verdict) => verdict.outcome === outcome)!
}

function claimCoverage({ verdicts, register }: Summarised): ReportSummary['coverage']['claims'] {
  const judged = new Set(verdicts.filter((verdict) => isJudged(verdict.outcome)).map((verdict) => verdict.claim))
  return levels.map((level) => {
    const claims = [...register.values()].filter((claim) => claim.level === level)
    return { level, total: claims.length, judged: claims.filter((claim) => judged.has(claim.id)).length }
  })
}
