import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { cellKey } from '../../../model/build/summary.ts'
import type { ReportClaim } from '../../../model/report.ts'
import { anchored, anchors, href } from '../data/anchors.ts'
import { useAddress } from '../data/address.ts'
import { byCell, outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { addedUp, Counts } from '../parts/counts.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Level } from '../parts/level.tsx'
import { CellLink, ScenarioLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'
import { Command } from '../parts/command.tsx'
import { citation } from '../../../present/citation.ts'
import { filterText } from '../../../present/filter.ts'

/** Claims that a filter leaves are unfolded down to here; more stay in their topics. */
const unfoldedAtMost = 20

/** The claims by their topics. */
export function Claims(): JSX.Element {
  const { report } = usePage()
  const { claims, isAll } = useSelection()
  const named = anchored('claim', useAddress().anchor)
  const shown = report.claims.filter(({ id }) => claims.has(id))
  const unfolded = !isAll && shown.length <= unfoldedAtMost
  return (
    <>
      <Coverage />
      {shown.length === 0 ? <p class="nothing">None of the {report.claims.length} claims passes the filter.</p> : null}
      <div class="stack">
        {[...groupedBy(shown, ({ topic }) => topic)].map(([topic, own]) => (
          <Topic key={topic} topic={topic} claims={own} named={named} open={unfolded || own.some(({ id }) => id === named)} />
        ))}
      </div>
    </>
  )
}

interface TopicProps {
  readonly topic: string
  readonly claims: readonly ReportClaim[]
  readonly named: string | undefined
  readonly open: boolean
}

function Topic({ topic, claims, named, open }: TopicProps): JSX.Element {
  return (
    <Disclosure
      print
      open={open}
      summary={
        <span class="row">
          <span>
            <strong>{topic}</strong> <span class="quiet">{plural(claims.length, 'claim', 'claims')}</span>
          </span>
          <Counts counts={addedUp(claims.map(({ outcomes }) => outcomes))} />
        </span>
      }
    >
      {() => (
        <div class="stack">
          {claims.map((claim) => (
            <Claim key={claim.id} claim={claim} open={claim.id === named} />
          ))}
        </div>
      )}
    </Disclosure>
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
  const { report } = usePage()
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
        {typeof claim.source['quote'] === 'string' ? <q class="quote">{claim.source['quote']}</q> : null}
      </dd>
      <dt>Versions</dt>
      <dd>{claim.versions}</dd>
      <dt>Scenarios</dt>
      <dd>
        {scenarios.length === 0 ? 'none' : null}
        <ul class="scenario-links">
          {scenarios.slice(0, scenariosAtMost).map((scenario) => (
            <li key={scenario}>
              <ScenarioLink id={scenario} />
            </li>
          ))}
          {others > 0 ? (
            <li>
              <a href={href('scenarios', filterText({ c: id }))}>and {others} more</a>
            </li>
          ) : null}
        </ul>
      </dd>
      <dt>Cells</dt>
      <dd>
        <ClaimCells id={id} />
      </dd>
      <dt>To quote it</dt>
      <dd>
        <Command text={citation(report, claim)} what="the citation" prose />
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
