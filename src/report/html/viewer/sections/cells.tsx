import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { cellKey } from '../../../model/build/summary.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import { interfaceName, propertyLabels } from '../../../present/labels.ts'
import type { MatrixCell } from '../../../present/matrix.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { Counts } from '../parts/counts.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Filtered } from '../parts/filter.tsx'
import { ClaimLink, ScenarioLink } from '../parts/links.tsx'
import { OutcomeIcon, OutcomeTag } from '../parts/outcome.tsx'
import { Value } from '../parts/value.tsx'

/** Verdicts of one cell listed at the most. */
const atMost = 200

export function Cells(): JSX.Element {
  const { matrices, report, leftOut } = usePage()
  const verdicts = groupedBy(report.verdicts, cellKey)
  const cells = matrices.flatMap((matrix) => matrix.cells)
  return (
    <>
      <Filtered items={cells} label="Filter cells" textOf={wordsOf}>
        {(shown) => (
          <div class="stack">
            {shown.map((cell) => (
              <CellDetails key={cell.key} cell={cell} verdicts={verdicts.get(cell.key) ?? []} />
            ))}
          </div>
        )}
      </Filtered>
      {leftOut.verdicts === 0 ? null : (
        <p class="quiet">
          {leftOut.verdicts} verdicts and {leftOut.observations} observations are only in report.json, to keep this page quick.
        </p>
      )}
    </>
  )
}

function wordsOf({ property, creator, observer, outcome }: MatrixCell): string {
  return [property, interfaceName(creator), creator, interfaceName(observer), observer, outcome].join(' ')
}

function CellDetails({ cell, verdicts }: { readonly cell: MatrixCell; readonly verdicts: readonly ReportVerdict[] }): JSX.Element {
  return (
    <Disclosure
      id={anchors.cell(cell)}
      summary={
        <span class="row">
          <span>
            <span class={`ink-${cell.outcome}`}>
              <OutcomeIcon outcome={cell.outcome} />
            </span>{' '}
            <strong>{propertyLabels[cell.property].title}</strong> {interfaceName(cell.creator)} <span aria-label="seen through">→</span>{' '}
            {interfaceName(cell.observer)}
          </span>
          <Counts counts={cell.counts} />
        </span>
      }
    >
      {() => (
        <>
          <div class="scroll" tabindex={0} role="group" aria-label="Verdicts of this cell">
            <VerdictTable verdicts={verdicts.slice(0, atMost)} />
          </div>
          {cell.total > atMost ? <p class="quiet">And {cell.total - Math.min(atMost, verdicts.length)} more in report.json.</p> : null}
        </>
      )}
    </Disclosure>
  )
}

function VerdictTable({ verdicts }: { readonly verdicts: readonly ReportVerdict[] }): JSX.Element {
  return (
    <table class="verdicts">
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">Claim</th>
          <th scope="col">Scenario</th>
          <th scope="col">Expected</th>
          <th scope="col">Observed</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((verdict) => (
          <tr key={verdict.id}>
            <td>
              <OutcomeTag outcome={verdict.outcome} />
              {verdict.reason === undefined ? null : <p class="quiet">{verdict.reason.sentence}</p>}
            </td>
            <td>
              <ClaimLink id={verdict.claim} />
            </td>
            <td>
              <ScenarioLink id={verdict.scenario} />{' '}
              {verdict.checkpoint === null ? null : <code class="quiet">{verdict.checkpoint.slice(0, 8)}</code>}
            </td>
            <td>
              <Value value={verdict.expected} />
            </td>
            <td>
              <Value value={verdict.actual} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
