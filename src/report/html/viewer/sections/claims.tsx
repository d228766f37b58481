import type { JSX } from 'preact'
import { cellKey } from '../../../model/build/summary.ts'
import type { ReportClaim } from '../../../model/report.ts'
import { anchored, anchors, href } from '../data/anchors.ts'
import { useAddress } from '../data/address.ts'
import { byCell, outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { Counts } from '../parts/counts.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Level } from '../parts/level.tsx'
import { CellLink, ScenarioLink } from '../parts/links.tsx'
import { filterText } from '../../../present/filter.ts'

export function Claims(): JSX.Element {
  const { report } = usePage()
  const { claims } = useSelection()
  const named = anchored('claim', useAddress().anchor)
  const shown = report.claims.filter(({ id }) => claims.has(id))
  return (
    <>
      <Coverage />
      {shown.length === 0 ? <p class="nothing">None of the {report.claims.length} claims passes the filter.</p> : null}
      <div class="stack">
        {shown.map((claim) => (
          <Claim key={claim.id} claim={claim} open={claim.id === named} />
        ))}
      </div>
    </>
  )
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

function Claim({ claim, open }: { readonly claim: ReportClaim; readonly open: boolean }): JSX.Element {
  return (
    <Disclosure
      id={anchors.claim(claim.id)}
      open={open}
      summary={
        <span class="row">
          <span class="claim-statement">
            <strong>{claim.id}</strong> {claim.statement}
          </span>
          <Counts counts={claim.outcomes} />
        </span>
      }
    >
      {() => <ClaimBody claim={claim} />}
    </Disclosure>
  )
}

/** Scenarios named one by one; of more the list of scenarios is shown, filtered. */
const scenariosAtMost = 8

function ClaimBody({ claim }: { readonly claim: ReportClaim }): JSX.Element {
  const { id, scenarios } = claim
  const others = scenarios.length - scenariosAtMost
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
        {scenarios.length === 0 ? 'none' : null}
        {scenarios.slice(0, scenariosAtMost).map((scenario) => (
          <p key={scenario}>
            <ScenarioLink id={scenario} />
          </p>
        ))}
        {others > 0 ? <a href={href('scenarios', filterText({ c: id }))}>and {others} more</a> : null}
      </dd>
      <dt>Cells</dt>
      <dd>
        <ClaimCells id={id} />
      </dd>
    </dl>
  )
}

/** Each cell with its verdicts counted; from there the way goes on to values and evidence. */
function ClaimCells({ id }: { readonly id: string }): JSX.Element {
  const page = usePage()
  const rows = page.verdictsOfClaim(id)
  if (rows.length === 0) return <>none</>
  return (
    <>
      {byCell(page, rows).map(([cell, own]) => (
        <div key={cellKey({ cell })} class="row claim-cell">
          <CellLink cell={cell} c={id} />
          <Counts counts={outcomesOf(page, own)} />
        </div>
      ))}
    </>
  )
}
