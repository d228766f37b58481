import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { interfaceName, propertyLabels } from '../../../present/labels.ts'
import { isOnlyAnswers, type MatrixCell } from '../../../present/matrix.ts'
import { anchors, cellHref, href } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { OutcomeIcon } from '../parts/outcome.tsx'

/** All cells at one glance: a row for each crossing, a column for each property. */
export function Overview(): JSX.Element {
  const { matrices } = usePage()
  const properties = matrices.map(({ property }) => property)
  const crossings = groupedBy(
    matrices.flatMap(({ cells }) => cells),
    ({ creator, observer }) => `${creator} ${observer}`,
  )
  return (
    <div class="scroll boxed" tabindex={0} role="group" aria-label="All cells at one glance">
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">made through → seen through</th>
            {properties.map((property) => (
              <th key={property} scope="col" class="property">
                <a href={href(anchors.matrix(property))}>{propertyLabels[property].title}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...crossings].map(([crossing, cells]) => (
            <tr key={crossing}>
              <th scope="row">
                {interfaceName(cells[0]!.creator)} → {interfaceName(cells[0]!.observer)}
              </th>
              {properties.map((property) => (
                <Square key={property} cell={cells.find((cell) => cell.property === property)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** No stop for the keyboard: the matrix of the property below holds the same link. */
function Square({ cell }: { readonly cell: MatrixCell | undefined }): JSX.Element {
  const { cells } = useSelection()
  if (cell === undefined) {
    return (
      <td>
        <span class="unseen">no rule</span>
      </td>
    )
  }
  const { outcome, judged, total } = cell
  const recorded = isOnlyAnswers(cell)
  const word = recorded ? 'recorded' : outcome
  return (
    <td>
      <a
        class={`square ${recorded ? 'recorded' : `outcome-${outcome}`}${cells.has(cell.key) ? '' : ' unmatched'}`}
        href={cellHref(cell)}
        tabindex={-1}
        title={`${propertyLabels[cell.property].title}: ${word}, ${judged} of ${total} judged`}
      >
        {recorded ? <span aria-hidden="true">a</span> : <OutcomeIcon outcome={outcome} />}
        <span class="unseen">{word}</span>
      </a>
    </td>
  )
}
