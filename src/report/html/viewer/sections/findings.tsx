import type { JSX } from 'preact'
import { outcomes, type Outcome } from '../../../../judgement/outcome.ts'
import { propertyLabels } from '../../../present/labels.ts'
import type { InlineEvidence } from '../../evidence.ts'
import { anchored, anchors, cellHref } from '../data/anchors.ts'
import { useAddress } from '../data/address.ts'
import type { PageFinding } from '../data/findings.ts'
import { usePage } from '../data/page.ts'
import { usePrinting } from '../data/printing.ts'
import { useSelection } from '../data/selection.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Gradual } from '../parts/gradual.tsx'
import { Level } from '../parts/level.tsx'
import { CellLink, ClaimLink } from '../parts/links.tsx'
import { bytes, plural } from '../parts/numbers.ts'
import { OutcomeTag } from '../parts/outcome.tsx'
import { Comparison } from '../parts/value.tsx'
import { VerdictBody, VerdictGrounds } from '../parts/verdict.tsx'
import { WaiverNote } from '../parts/waiver.tsx'

/** Cards drawn at first and at each further step. */
const step = 15
/** Cards of the worst that are unfolded at first. */
const unfoldedAtMost = 3
/** Cards on paper. */
const printedAtMost = 100
/** Further verdicts of one finding shown on request; all of them stand in the list of verdicts. */
const onRequest = 10

export function Findings(): JSX.Element {
  const { findings, evidence } = usePage()
  const { isAll, has } = useSelection()
  const named = Number(anchored('finding', useAddress().anchor))
  const printing = usePrinting()
  const shown = isAll ? findings : findings.filter(({ rows }) => rows.some(has))
  const upTo = printing ? Math.min(shown.length, printedAtMost) - 1 : shown.findIndex(({ number }) => number === named)
  if (findings.length === 0) return <p class="nothing">Nothing was found that does not conform.</p>
  if (shown.length === 0) return <p class="nothing">None of the {findings.length} findings passes the filter.</p>
  return (
    <>
      <Gradual items={shown} step={step} upTo={upTo} what="findings">
        {(finding, index) => (
          <FindingCard key={finding.number} finding={finding} open={index < unfoldedAtMost || finding.number === named} />
        )}
      </Gradual>
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

interface FindingCardProps {
  readonly finding: PageFinding
  readonly open: boolean
}

function FindingCard({ finding, open }: FindingCardProps): JSX.Element {
  const page = usePage()
  const [first] = finding.rows
  const { expected, actual, waiver } = page.verdicts.row(first!)
  const claim = page.claim(finding.claim)
  const title = `${anchors.finding(finding.number)}-title`
  return (
    <article id={anchors.finding(finding.number)} class={`finding edge-${finding.outcome}`} aria-labelledby={title}>
      <p class="finding-head">
        <span class="number">
          <span class="unseen">Finding </span>
          {finding.number}
        </span>
        <OutcomeTag outcome={finding.outcome} />
        {claim === undefined ? null : <Level level={claim.level} basis={claim.basis} />}
        <ClaimLink id={finding.claim} />
        <WaiverNote id={waiver} />
      </p>
      <h3 id={title}>{claim?.statement ?? finding.claim}</h3>
      <p class="finding-cell">
        <CellLink cell={finding.cell} />
        {finding.rows.length === 1 ? null : <span class="quiet">, {finding.rows.length} times</span>}
      </p>
      <Comparison expected={expected} actual={actual} />
      <p class="meaning">
        <strong>What it means.</strong> {meaningOf(finding)}
      </p>
      <Disclosure class="more" open={open} print summary="Why, values, evidence, how to reproduce">
        {() => (
          <div class="verdict">
            <VerdictGrounds row={first!} />
            <OthersOfKind finding={finding} />
          </div>
        )}
      </Disclosure>
    </article>
  )
}

/** What a person who upgrades or scripts has to make of it. */
function meaningOf({ outcome, cell }: PageFinding): string {
  const { consequence } = propertyLabels[cell.property]
  const meanings: Readonly<Partial<Record<Outcome, string>>> = {
    violates: consequence,
    deviates: `${consequence} No documented must is broken.`,
    inconclusive: 'It says nothing about the product, neither good nor bad.',
    error: 'It says nothing about the product; mend this first and run again.',
  }
  return `${outcomes[outcome]} ${meanings[outcome] ?? ''}`
}

function OthersOfKind({ finding: { rows, cell, claim, outcome } }: { readonly finding: PageFinding }): JSX.Element | null {
  if (rows.length === 1) return null
  const more = [...rows.subarray(1, 1 + onRequest)]
  return (
    <Disclosure summary={`${rows.length - 1} more of the same kind in this cell`}>
      {() => (
        <>
          {more.map((row) => (
            <VerdictBody key={row} row={row} />
          ))}
          {rows.length > 1 + more.length ? (
            <p>
              <a href={cellHref(cell, { o: outcome, c: claim })}>All {rows.length} in the list of verdicts</a>
            </p>
          ) : null}
        </>
      )}
    </Disclosure>
  )
}
