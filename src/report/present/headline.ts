import type { Via } from '../../checkpoint/interface-id.ts'
import { isUnclean, type countOutcomes } from '../model/build/summary.ts'
import type { Report } from '../model/report.ts'

/** What came of the run, in one sentence and never as a percentage alone, and what has to be known besides. */
export function verdictLine(report: Report): string {
  return [verdictSentence(report), ...besides(report)].join(' ')
}

export function verdictSentence(report: Report): string {
  return `${report.summary.interrupted ? 'Interrupted, so this report is partial. ' : ''}${sentence(report)}`
}

/** One sentence each: what was not judged, what was not put back, and where somebody else took part. */
export function besides(report: Report): readonly string[] {
  return [notJudgedCells(report), notPutBack(report), disturbed(report)].filter((line) => line !== '')
}

function sentence({ summary: { conclusion, outcomes, waived }, problems, scenarios }: Report): string {
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  const of = `of ${verdicts(total)}`
  const counted = uncovered(outcomes, waived)
  if (conclusion === 'non-conforming')
    return `${counted.violates} ${of} ${verb(counted.violates, 'violates', 'violate')} a documented must.${alsoWaived(waived)}`
  if (conclusion === 'acceptable')
    return `Of ${verdicts(total)} none violates a documented must${waivedCount(waived) > 0 ? ' that is not waived' : ''}: ${conformAndDeviate(outcomes)}.${alsoWaived(waived)}`
  if (total === 0 && conclusion === 'not-assessed') return 'Nothing was judged.'
  if (conclusion === 'not-assessed') return `Nothing could be judged: none ${of} says anything about the products.`
  const unclean = scenarios.filter(isUnclean).length
  const causes = [
    counted.error > 0 ? `${counted.error} ${of} ended in an error` : '',
    counted.inconclusive > 0 ? `${counted.inconclusive} ${of} ${verb(counted.inconclusive, 'is', 'are')} inconclusive` : '',
    problems.length > 0 ? `${problems.length} ${verb(problems.length, 'problem', 'problems')} came up beside ${verdicts(total)}` : '',
    unclean > 0 ? `${unclean} ${verb(unclean, 'scenario was', 'scenarios were')} not put back` : '',
  ].filter((cause) => cause !== '')
  return `Not everything could be judged: ${causes.join(', ')}.${alsoWaived(waived)}`
}

type Waived = Report['summary']['waived']

/** What decides the conclusion: outcomes without those that somebody waived. */
function uncovered({ violates, error, inconclusive }: Waived, waived: Waived): Waived {
  return { violates: violates - waived.violates, error: error - waived.error, inconclusive: inconclusive - waived.inconclusive }
}

function waivedCount(waived: Waived): number {
  return waived.violates + waived.error + waived.inconclusive
}

function alsoWaived(waived: Waived): string {
  const count = waivedCount(waived)
  return count === 0 ? '' : ` ${verdicts(count)} ${verb(count, 'is', 'are')} waived.`
}

function conformAndDeviate(outcomes: ReturnType<typeof countOutcomes>): string {
  const parts = [
    `${outcomes.conforms} ${verb(outcomes.conforms, 'conforms', 'conform')}`,
    outcomes.deviates > 0 ? `${outcomes.deviates} ${verb(outcomes.deviates, 'deviates', 'deviate')}` : '',
    outcomes.unsupported > 0 ? `${outcomes.unsupported} ${verb(outcomes.unsupported, 'is', 'are')} unsupported` : '',
    outcomes['not-run'] > 0 ? `${outcomes['not-run']} ${verb(outcomes['not-run'], 'was', 'were')} not run` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function notJudgedCells({ summary: { coverage } }: Report): string {
  const open = coverage.cells - coverage.judged
  if (open === 0) return ''
  return `${open} of ${coverage.cells} cells ${verb(open, 'was', 'were')} not judged.`
}

/** Said where the verdict itself does not say it. */
function notPutBack({ summary: { conclusion }, scenarios }: Report): string {
  const unclean = scenarios.filter(isUnclean).length
  if (unclean === 0 || conclusion === 'could-not-judge') return ''
  return `${unclean} of ${scenarios.length} scenarios ${verb(unclean, 'was', 'were')} not put back as found.`
}

function disturbed({ scenarios }: Report): string {
  const count = scenarios.filter(({ disturbances = [] }) => disturbances.length > 0).length
  return count === 0 ? '' : `In ${count} of ${scenarios.length} scenarios somebody else changed the VM meanwhile.`
}

function verdicts(count: number): string {
  return `${count} ${verb(count, 'verdict', 'verdicts')}`
}

function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

const beginnings: Readonly<Record<Via, string>> = {
  connection: 'This run was answered by',
  replay: 'This run replays what was recorded from',
  file: 'This report reads what was exported from',
}

const answerers: Readonly<Record<Report['origin'], string>> = {
  simulator: 'the built-in simulator: it proves the harness, nothing about the products',
  product: 'product builds that were positively identified',
  unidentified: 'somebody who could not be identified as a product build: it proves nothing about the products',
  mixed: 'several origins at once: only what is marked product says anything about the products',
}

/** Who answered, spelled out: no reader may take a simulator for a product. */
export function originLine(report: Pick<Report, 'origin' | 'source'>): string {
  const ways = report.source.via.map((entry) => entry.via)
  if (ways.length === 0) return 'Nothing was observed: this report says nothing about the products.'
  if (report.origin === 'product' && ways.length === 1 && ways[0] === 'file')
    return 'This report reads what was exported from products, whose builds the files themselves state.'
  const beginning = ways.length === 1 ? beginnings[ways[0]!] : 'This report rests on answers of'
  return `${beginning} ${answerers[report.origin]}.`
}

/** `[simulator]`, for names that travel without the report. */
export function originTag(report: Pick<Report, 'origin'>): string {
  return `[${report.origin}]`
}
