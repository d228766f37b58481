import type { JSX } from 'preact'
import { outcomes, reasons } from '../../../../judgement/outcome.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import { scenarioCommand } from '../../../present/reproduce.ts'
import type { PageFinding } from '../../content.ts'
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

/** Verdicts of one finding shown in full; the others are alike and stand in their cell. */
const atMost = 5

export function Findings(): JSX.Element {
  const { findings, evidence } = usePage()
  if (findings.length === 0) return <p class="nothing">Nothing was found that does not conform.</p>
  return (
    <>
      {findings.map((finding) => (
        <FindingCard key={finding.number} finding={finding} />
      ))}
      <p class="quiet">
        This page holds {bytes(evidence.heldBytes)} of the evidence behind the findings, {bytes(evidence.limitBytes)} at the most
        {evidence.leftOut.count === 0
          ? '.'
          : `; ${plural(evidence.leftOut.count, 'exchange', 'exchanges')} (${bytes(evidence.leftOut.bytes)}) ${evidence.leftOut.count === 1 ? 'is' : 'are'} left out and lie in the folder evidence beside it.`}
      </p>
    </>
  )
}

function FindingCard({ finding }: { readonly finding: PageFinding }): JSX.Element {
  const page = usePage()
  const claim = page.claim(finding.claim)
  const verdicts = finding.verdicts
    .slice(0, atMost)
    .map(page.verdict)
    .filter((verdict) => verdict !== undefined)
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
      {verdicts.map((verdict) => (
        <VerdictBody key={verdict.id} verdict={verdict} />
      ))}
      {finding.total > verdicts.length ? (
        <p class="quiet">And {finding.total - verdicts.length} more of the same kind in this cell.</p>
      ) : null}
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
          <strong>{verdict.reason.code}</strong> {reasons[verdict.reason.code]} {verdict.reason.sentence}
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
