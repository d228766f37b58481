import type { JSX } from 'preact'
import { anchored, anchors } from '../data/anchors.ts'
import { replaceAddress, useAddress } from '../data/address.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { Level } from '../parts/level.tsx'
import { CellLink, CellWords, ClaimLink } from '../parts/links.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { OutcomeIcon, OutcomeTag } from '../parts/outcome.tsx'
import { VerdictBody } from '../parts/verdict.tsx'
import { VirtualList } from '../parts/virtual-list.tsx'

/** All verdicts that the filter leaves, worst first, and the chosen one in full. */
export function Verdicts(): JSX.Element {
  const { verdicts } = usePage()
  const { rows } = useSelection()
  const { anchor } = useAddress()
  if (rows.length === 0) return <p class="nothing">None of the {verdicts.length} verdicts passes the filter.</p>
  const named = Number(anchored('verdict', anchor)) - 1
  const place = Math.max(0, rows.indexOf(named))
  return (
    <div class="explorer">
      <VirtualList
        id="verdict-item"
        label="Verdicts, worst first"
        count={rows.length}
        chosen={place}
        onChoose={(index) => replaceAddress({ anchor: anchors.verdict(rows[index]!) })}
      >
        {(index) => <Item row={rows[index]!} />}
      </VirtualList>
      <Chosen key={rows[place]} row={rows[place]!} />
    </div>
  )
}

function Item({ row }: { readonly row: number }): JSX.Element {
  const page = usePage()
  const { outcome, cell, claim, scenario, checkpoint } = page.verdicts.row(row)
  const stage = page.rests(row).steps[0]?.stage
  return (
    <>
      <span class={`item-mark ink-${outcome}`}>
        <OutcomeIcon outcome={outcome} />
        <span class="unseen">{outcome}, </span>
      </span>
      <span class="item-head">
        <CellWords cell={cell} />
      </span>
      <span class="item-foot">
        {claim}
        {stage === undefined ? null : `, step ${stage + 1}`}
        {checkpoint === null ? null : `, ${checkpoint.slice(0, 8)}`}
        {`, ${scenario}`}
      </span>
    </>
  )
}

function Chosen({ row }: { readonly row: number }): JSX.Element {
  const page = usePage()
  const { id, outcome, claim, cell, origin, checkpoint } = page.verdicts.row(row)
  const register = page.claim(claim)
  const title = `${anchors.verdict(row)}-title`
  return (
    <article id={anchors.verdict(row)} class="chosen" aria-labelledby={title}>
      <p class="finding-head">
        <OutcomeTag outcome={outcome} />
        {register === undefined ? null : <Level level={register.level} basis={register.basis} />}
        <ClaimLink id={claim} />
        <OriginBadge origin={origin} />
      </p>
      <h3 id={title}>{register?.statement ?? claim}</h3>
      <p class="finding-cell">
        <CellLink cell={cell} c={claim} />
        {checkpoint === null ? null : (
          <>
            , <code class="quiet">{checkpoint}</code>
          </>
        )}
      </p>
      {register === undefined ? null : (
        <p class="quiet source">
          Claimed by {String(register.source['title'])}, {String(register.source['ref'])}
        </p>
      )}
      <VerdictBody row={row} />
      <p class="quiet verdict-id">
        <code>{id}</code>
      </p>
    </article>
  )
}
