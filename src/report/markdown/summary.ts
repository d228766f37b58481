import { interfaceIds, type InterfaceId } from '../../checkpoint/interface-id.ts'
import { outcomes, reasons, type Outcome } from '../../judgement/outcome.ts'
import { groupedBy } from '../model/build/order.ts'
import type { Report } from '../model/report.ts'
import { answersOf, findingsOf, type Finding } from '../present/findings.ts'
import { unsettledOf, type Unsettled } from '../present/environment.ts'
import { originLine, originTag, verdictLine } from '../present/headline.ts'
import { conclusionWords, interfaceName, outcomeSymbols } from '../present/labels.ts'
import { commandLine } from '../present/reproduce.ts'
import { waiverLine } from '../present/waiver-line.ts'
import { plain, table, value } from './escape.ts'

/** Findings listed at the most; the rest is counted (anchors-harness section 2.7). */
const atMost = 10

/** summary.md: what a CI run shows of a report on one page. */
export function summaryMarkdown(report: Report): string {
  const sections = [
    `## ${outcomeMark(report)} snapcheck: ${conclusionWords[report.summary.conclusion]} ${originTag(report)}`,
    `**${plain(verdictLine(report))}** ${plain(originLine(report))}`,
    observerTable(report),
    list('Findings', findingsOf(report).map(findingLine)),
    list(
      'Waivers',
      report.waivers.map((waiver) => plain(waiverLine(waiver))),
    ),
    list('Answers to open questions', answersOf(report).map(answerLine)),
    list(
      'Problems of the harness',
      report.problems.map(({ code, sentence, place }) => `${code}: ${plain(sentence)}${place === null ? '' : ` (${plain(place)})`}`),
    ),
    list('Not as it was found, or changed by somebody else', unsettledOf(report).map(unsettledLine)),
    notJudged(report),
    participants(report),
    `### Reproduce\n\n\`\`\`sh\n${commandLine(report)}\n\`\`\`\n\nRun ${report.wallTime.runId}, snapcheck ${report.harness.version}. The whole report is in report.html and report.json beside this file.`,
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function outcomeMark({ summary }: Report): string {
  const marks = { acceptable: '✅', 'non-conforming': '❌', 'could-not-judge': '⚠️', 'not-assessed': '⚠️' } as const
  return marks[summary.conclusion]
}

function observerTable(report: Report): string {
  const names = Object.keys(outcomes) as Outcome[]
  const byObserver = groupedBy(report.summary.counts, (entry) => entry.observer)
  const observers = interfaceIds.filter((id) => byObserver.has(id))
  const rows = observers.map((observer) => observerRow(observer, byObserver.get(observer)!, names))
  return table(['seen through', ...names.map((name) => `${outcomeSymbols[name]} ${name}`), 'of'], rows)
}

function observerRow(observer: InterfaceId, counts: Report['summary']['counts'], names: readonly Outcome[]): readonly (string | number)[] {
  const total = (entries: Report['summary']['counts']): number => entries.reduce((sum, entry) => sum + entry.count, 0)
  return [interfaceName(observer), ...names.map((name) => total(counts.filter((entry) => entry.outcome === name))), total(counts)]
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > atMost ? [`and ${lines.length - atMost} more`] : []
  return `### ${title} (${lines.length})\n\n${[...lines.slice(0, atMost), ...more].map((line) => `- ${line}`).join('\n')}`
}

function findingLine({ outcome, claim, cell, verdicts, waiver }: Finding): string {
  const [first] = verdicts
  const times = verdicts.length > 1 ? ` (${verdicts.length} times)` : ''
  const why = first!.reason === undefined ? '' : ` ${plain(first!.reason.sentence)}`
  return `${outcomeSymbols[outcome]} **${outcome}** ${claim}, ${cell.property}, ${where(cell)}${times}: expected ${value(first!.expected)}, observed ${value(first!.actual)}.${why}${waiver === undefined ? '' : ` Waived: ${waiver}.`}`
}

function answerLine({ claim, cell, verdicts }: Finding): string {
  return `${claim}, ${where(cell)}: ${plain(verdicts[0]!.finding ?? '')}`
}

function unsettledLine({ scenario, sentences }: Unsettled): string {
  return `${scenario}: ${sentences.map(plain).join(' ')}`
}

function where({ creator, observer }: Finding['cell']): string {
  return `made through ${interfaceName(creator)}, seen through ${interfaceName(observer)}`
}

function notJudged({ summary: { coverage, outcomes: counts }, notJudged: claims }: Report): string {
  const allVerdicts = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const byOutcome = coverage.notJudged.map(
    ({ outcome, reason, verdicts }) =>
      `${verdicts} of ${allVerdicts} verdicts ${outcome}${reason === null ? '' : ` (${reason}): ${reasons[reason]}`}`,
  )
  const allClaims = coverage.claims.reduce((sum, entry) => sum + entry.total, 0)
  const byReason = [...groupedBy(claims, (entry) => `${entry.code}: ${entry.sentence}`)]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([reason, group]) => `${group.length} of ${allClaims} claims, ${plain(reason)}`)
  return list('Not judged, and why', [...byOutcome, ...byReason])
}

function participants(report: Report): string {
  const rows = report.participants.map(({ id, product, version, build, origin, via }) =>
    [id, product, version ?? 'unknown', build ?? 'unknown', origin, via].map(plain),
  )
  return `### Participants\n\n${table(['participant', 'product', 'version', 'build', 'origin', 'via'], rows)}`
}
