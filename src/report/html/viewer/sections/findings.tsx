import type { JSX } from 'preact'
import { outcomes, reasons } from '../../../../judgement/outcome.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import { scenarioCommand } from '../../../present/reproduce.ts'
import type { PageFinding } from '../../content.ts'
import type { InlineEvidence } from '../../evidence.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { CellLink, ClaimLink, ScenarioLink } from '../parts/links.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Evidence } from '../parts/evidence.tsx'
import { Level } from '../parts/level.tsx'
import { bytes, plural } from '../parts/numbers.ts'
import { OutcomeTag } from '../parts/outcome.tsx'
import { SideBySide } from '../parts/side-by-side.tsx'
import { Comparison } from '../parts/value.tsx'

/** Verdicts of one finding shown at once and on request; all of them stand in their cell. */
const atOnce = 1
const onRequest = 20

export function Findings(): JSX.Element {
  const { findings, evidence } = usePage()
  if (findings.length === 0) return <p class="nothing">Nothing was found that does not conform.</p>
  return (
    <>
      {findings.map((finding) => (
        <FindingCard key={finding.number} finding={finding} />
      ))}
      {evidence.heldBytes + evidence.leftOut.bytes === 0 ? null : <Held evidence={evidence} />}
    </>
  )
}

function Held({ evidence: { heldBytes, limitBytes, leftOut } }: { readonly evidence: InlineEvidence }): JSX.Element {
  return (
    <p class="quiet">
      This page holds {bytes(heldBytes)} of the evidence behind the findings, {bytes(limitBytes)} at the most
      {leftOut.count === 0
        ? '.'
        : `; ${plural(leftOut.count, 'exchange', 'exchanges')} (${bytes(leftOut.bytes)}) ${leftOut.count === 1 ? 'is' : 'are'} left out and lie in the folder evidence beside it.`}
    </p>
  )
}

function FindingCard({ finding }: { readonly finding: PageFinding }): JSX.Element {
  const page = usePage()
  const claim = page.claim(finding.claim)
  const verdicts = finding.verdicts.map(page.verdict).filter((verdict) => verdict !== undefined)
  const more = verdicts.slice(atOnce, atOnce + onRequest)
  return (
    <article
      id={anchors.finding(finding.number)}
      class={`finding edge-${finding.outcome}`}
      aria-labelledby={`${anchors.finding(finding.number)}-title`}
    >
      <p class="finding-head">
        <span class="number">{finding.number}</span>
        <OutcomeTag outcome={finding.outcome} />
        {claim === undefined ? null : <Level level={claim.level} basis={claim.basis} />}
        <ClaimLink id={finding.claim} />
      </p>
      <h3 id={`${anchors.finding(finding.number)}-title`}>{claim?.statement ?? finding.claim}</h3>
      <p class="finding-cell">
        <CellLink cell={finding.cell} />
      </p>
      {verdicts.slice(0, atOnce).map((verdict) => (
        <VerdictBody key={verdict.id} verdict={verdict} />
      ))}
      {more.length === 0 ? null : (
        <Disclosure class="more" summary={`${finding.total - atOnce} more of the same kind in this cell`}>
          {() => (
            <>
              {more.map((verdict) => (
                <VerdictBody key={verdict.id} verdict={verdict} />
              ))}
              {finding.total > atOnce + more.length ? (
                <p class="quiet">
                  The other {finding.total - atOnce - more.length} are listed in <CellLink cell={finding.cell} />.
                </p>
              ) : null}
            </>
          )}
        </Disclosure>
      )}
      <p class="meaning">
        <strong>What it means.</strong> {outcomes[finding.outcome]}
      </p>
    </article>
  )
}

function VerdictBody({ verdict }: { readonly verdict: ReportVerdict }): JSX.Element {
  const page = usePage()
  const observations = verdict.rests.map(page.observation).filter((observation) => observation !== undefined)
  const digests = new Set(verdict.rests.flatMap((id) => page.observation(id)?.evidence ?? page.step(id)?.evidence ?? []))
  const command = scenarioCommand(page.report, { id: verdict.scenario })
  return (
    <div class="verdict">
      <Comparison expected={verdict.expected} actual={verdict.actual} />
      {verdict.reason === undefined ? null : (
        <p class="reason">
          <strong>{verdict.reason.code}</strong> {reasonText(verdict.reason)}
        </p>
      )}
      {observations.map((observation) => (
        <SideBySide key={observation.id} observation={observation} />
      ))}
      <div class="verdict-feet">
        <Disclosure print={false} summary={`Evidence (${digests.size})`}>
          {() => [...digests].map((digest) => <Evidence key={digest} digest={digest} />)}
        </Disclosure>
        <p>
          Scenario <ScenarioLink id={verdict.scenario} />
          {command === null ? null : (
            <>
              , again with <code class="command">{command}</code>
            </>
          )}
        </p>
      </div>
    </div>
  )
}

/** The general meaning of a reason before its particular sentence, where that does not say it already. */
function reasonText({ code, sentence }: NonNullable<ReportVerdict['reason']>): string {
  return sentence.startsWith(reasons[code]) ? sentence : `${reasons[code]} ${sentence}`
}
