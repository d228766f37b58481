import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { cellKey } from '../../../model/build/summary.ts'
import type { ReportClaim, ReportVerdict } from '../../../model/report.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { Counts } from '../parts/counts.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Filtered } from '../parts/filter.tsx'
import { Level } from '../parts/level.tsx'
import { CellLink, ScenarioLink } from '../parts/links.tsx'

export function Claims(): JSX.Element {
  const { report } = usePage()
  const verdicts = groupedBy(report.verdicts, (verdict) => verdict.claim)
  return (
    <>
      <Coverage />
      <Filtered items={report.claims} label="Filter claims" textOf={wordsOf}>
        {(shown) => (
          <div class="stack">
            {shown.map((claim) => (
              <Claim key={claim.id} claim={claim} verdicts={verdicts.get(claim.id) ?? []} />
            ))}
          </div>
        )}
      </Filtered>
    </>
  )
}

function wordsOf({ id, topic, level, basis, statement }: ReportClaim): string {
  return [id, topic, level, basis, statement].join(' ')
}

function Coverage(): JSX.Element {
  const { claims } = usePage().report.summary.coverage
  return (
    <p>
      {claims.map(({ level, total, judged }, index) => (
        <span key={level}>
          {index === 0 ? 'Judged ' : ', '}
          <strong>{judged}</strong> of {total} {level}
        </span>
      ))}
      .
    </p>
  )
}

function Claim({ claim, verdicts }: { readonly claim: ReportClaim; readonly verdicts: readonly ReportVerdict[] }): JSX.Element {
  return (
    <Disclosure
      id={anchors.claim(claim.id)}
      summary={
        <span class="row">
          <span class="claim-statement">
            <strong>{claim.id}</strong> {claim.statement}
          </span>
          <Counts counts={claim.outcomes} />
        </span>
      }
    >
      {() => <ClaimBody claim={claim} verdicts={verdicts} />}
    </Disclosure>
  )
}

function ClaimBody({ claim, verdicts }: { readonly claim: ReportClaim; readonly verdicts: readonly ReportVerdict[] }): JSX.Element {
  const cells = [...groupedBy(verdicts, cellKey).values()].map((group) => group[0]!.cell)
  return (
    <dl class="facts">
      <dt>Level and basis</dt>
      <dd>
        <Level level={claim.level} basis={claim.basis} />
        {claim.knownDifference ? ' a known difference between versions' : null}
      </dd>
      <dt>Source</dt>
      <dd>
        {String(claim.source['title'])} <span class="quiet">{String(claim.source['ref'])}</span>
      </dd>
      <dt>Versions</dt>
      <dd>{claim.versions}</dd>
      <dt>Scenarios</dt>
      <dd>
        {claim.scenarios.length === 0
          ? 'none'
          : claim.scenarios.map((id) => (
              <p key={id}>
                <ScenarioLink id={id} />
              </p>
            ))}
      </dd>
      <dt>Cells</dt>
      <dd>
        {cells.length === 0
          ? 'none'
          : cells.map((cell) => (
              <p key={cellKey({ cell })}>
                <CellLink cell={cell} />
              </p>
            ))}
      </dd>
    </dl>
  )
}
