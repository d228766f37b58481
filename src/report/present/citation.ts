import type { Report, ReportClaim } from '../model/report.ts'
import { originLine } from './headline.ts'
import { outcomeSymbols } from './labels.ts'
import type { Outcome } from '../../judgement/outcome.ts'

type Cited = Pick<Report, 'origin' | 'participants' | 'harness' | 'source' | 'wallTime'>

/** One claim as a sentence with what stands behind it, for somebody else's text: counts, builds, who answered, and which report. */
export function citation(report: Cited, claim: ReportClaim): string {
  const { harness, wallTime } = report
  return [
    `“${claim.statement}” (${claim.id}, ${claim.level}, ${claim.basis}; source: ${String(claim.source['title'])}, ${String(claim.source['ref'])}).`,
    `${counted(claim)}. Participants: ${builds(report)}.`,
    originLine(report),
    `snapcheck ${harness.version}, report ${wallTime.reportId}, ${wallTime.createdAt}.`,
  ].join(' ')
}

function counted({ outcomes }: ReportClaim): string {
  const present = (Object.keys(outcomeSymbols) as Outcome[]).filter((outcome) => outcomes[outcome] > 0)
  const total = present.reduce((sum, outcome) => sum + outcomes[outcome], 0)
  return `Of ${total} verdicts: ${present.map((outcome) => `${outcomes[outcome]} ${outcome}`).join(', ') || 'none'}`
}

/** Each with its origin, so that no simulator reads as the product whose name it gives. */
function builds({ participants }: Cited): string {
  const names = participants.map(({ product, version, build, origin }) =>
    [product, version, build === null ? null : `build ${build}`, `[${origin}]`].filter((part) => part !== null).join(' '),
  )
  return [...new Set(names)].join(', ')
}
