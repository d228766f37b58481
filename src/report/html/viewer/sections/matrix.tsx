import type { JSX } from 'preact'
import type { InterfaceId } from '../../../../checkpoint/interface-id.ts'
import { cellKey } from '../../../model/build/summary.ts'
import { answerLetter } from '../../../present/findings.ts'
import { interfaceLabels, interfaceName, propertyLabels } from '../../../present/labels.ts'
import { isOnlyAnswers, type Matrix, type MatrixCell } from '../../../present/matrix.ts'
import { anchors, cellHref, href } from '../data/anchors.ts'
import type { PageFinding } from '../data/findings.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { OutcomeIcon } from '../parts/outcome.tsx'
import { Legend } from './legend.tsx'
import { Overview } from './overview.tsx'

/** One small matrix per property, all alike, so that the odd cell stands out. */
export function MatrixGrid(): JSX.Element {
  const { matrices } = usePage()
  if (matrices.length === 0) return <p class="nothing">No rule had anything to judge.</p>
  return (
    <>
      <Overview />
      <Disclosure class="legend-fold" print summary="What the words mean">
        {() => <Legend />}
      </Disclosure>
      <div class="matrices" style={{ '--observers': Math.max(...matrices.map((matrix) => matrix.observers.length)) }}>
        {matrices.map((matrix) => (
          <PropertyMatrix key={matrix.property} matrix={matrix} />
        ))}
      </div>
    </>
  )
}

function PropertyMatrix({ matrix }: { readonly matrix: Matrix }): JSX.Element {
  const { title, question } = propertyLabels[matrix.property]
  return (
    <table id={anchors.matrix(matrix.property)} class="matrix" data-property={matrix.property}>
      <caption>
        <strong>{title}</strong> {question}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="corner">
            <span>seen through →</span>
            <span>made through ↓</span>
          </th>
          {matrix.observers.map((observer) => (
            <th key={observer} scope="col">
              <Interface id={observer} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.creators.map((creator) => (
          <tr key={creator}>
            <th scope="row">
              <Interface id={creator} />
            </th>
            {matrix.observers.map((observer) => (
              <Cell key={observer} cell={matrix.cells.find((one) => one.creator === creator && one.observer === observer)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Interface({ id }: { readonly id: InterfaceId | 'unknown' }): JSX.Element {
  const { product, way } = interfaceLabels[id]
  return (
    <span class="interface">
      {product} <small>{way}</small>
    </span>
  )
}

function Cell({ cell }: { readonly cell: MatrixCell | undefined }): JSX.Element {
  const { isAll, cells } = useSelection()
  if (cell === undefined) return <td class="cell empty">no rule</td>
  const onlyAnswers = isOnlyAnswers(cell)
  const word = onlyAnswers ? 'recorded' : cell.outcome
  const where = `${propertyLabels[cell.property].title}, made through ${interfaceName(cell.creator)}, seen through ${interfaceName(cell.observer)}: `
  const left = cells.get(cell.key) ?? 0
  const look = onlyAnswers ? 'recorded' : `outcome-${cell.outcome}`
  return (
    <td class={`cell ${look}${left === 0 ? ' unmatched' : ''}`} data-outcome={cell.outcome}>
      <a href={cellHref(cell)}>
        <span class="unseen">{where}</span>
        <span class="word">
          {onlyAnswers ? null : <OutcomeIcon outcome={cell.outcome} />}
          {word}
        </span>
        <span class="share">
          {onlyAnswers ? 'an open question' : `${cell.judged} of ${cell.total}`}
          {isAll ? null : left > 0 ? `, ${left} in the filter` : <span class="unseen">, none in the filter</span>}
        </span>
      </a>
      <span class="feet">
        {cell.origins.map((origin) => (
          <OriginBadge key={origin} origin={origin} />
        ))}
        <Notes cell={cell} />
      </span>
    </td>
  )
}

/** Notes of one sort shown in a cell; the others are counted. */
const notesAtMost = 4

/** Numbers of the findings of the cell and letters of its answers. */
function Notes({ cell }: { readonly cell: MatrixCell }): JSX.Element | null {
  const { findings, answers } = usePage()
  const isOwn = (finding: PageFinding): boolean => cellKey(finding) === cell.key
  const numbers = findings.filter(isOwn).map(({ number }) => ({ text: String(number), anchor: anchors.finding(number) }))
  const letters = answers.filter(isOwn).map(({ number }) => ({ text: answerLetter(number), anchor: anchors.answer(number) }))
  return (
    <span class="notes">
      <NoteLinks kind="finding" notes={numbers} />
      <NoteLinks kind="answer" notes={letters} />
    </span>
  )
}

interface NoteLinksProps {
  readonly kind: 'finding' | 'answer'
  readonly notes: readonly { readonly text: string; readonly anchor: string }[]
}

function NoteLinks({ kind, notes }: NoteLinksProps): JSX.Element {
  const shown = notes.length > notesAtMost ? notes.slice(0, notesAtMost - 1) : notes
  const hidden = notes.length - shown.length
  return (
    <>
      {shown.map(({ text, anchor }) => (
        <a key={anchor} class={`note-${kind}`} href={href(anchor)} title={`${kind} ${text}`}>
          <span class="unseen">{kind} </span>
          {text}
        </a>
      ))}
      {hidden === 0 ? null : (
        <a class={`note-${kind}`} href={href(notes[shown.length]!.anchor)}>
          +{hidden}
          <span class="unseen"> more of kind {kind}</span>
        </a>
      )}
    </>
  )
}
