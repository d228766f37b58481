import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { answerLetter } from '../../../present/findings.ts'
import { anchors } from '../data/anchors.ts'
import type { PageFinding } from '../data/findings.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { CellLink, ClaimLink } from '../parts/links.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { Value } from '../parts/value.tsx'

/** The questions, each with the answers seen. */
export function Answers(): JSX.Element {
  const page = usePage()
  const { isAll, has } = useSelection()
  const shown = isAll ? page.answers : page.answers.filter(({ rows }) => rows.some(has))
  const byClaim = groupedBy(shown, (answer) => answer.claim)
  if (shown.length === 0) return <p class="nothing">None of the {page.answers.length} answers passes the filter.</p>
  return (
    <ul class="answers">
      {[...byClaim].map(([claim, answers]) => (
        <li key={claim}>
          <p class="question">
            <ClaimLink id={claim} /> {page.claim(claim)?.statement}
          </p>
          <ul>
            {answers.map((answer) => (
              <Answer key={answer.number} answer={answer} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Answer({ answer: { number, rows, cell, claim } }: { readonly answer: PageFinding }): JSX.Element {
  const { finding, origin, actual } = usePage().verdicts.row(rows[0]!)
  return (
    <li id={anchors.answer(number)} class="answer">
      <span class="number letter">{answerLetter(number)}</span>
      <div>
        <p class="finding-text">
          {finding} <OriginBadge origin={origin} />
        </p>
        <p class="quiet">
          <CellLink cell={cell} c={claim} />, observed <Value value={actual} />
          {rows.length > 1 ? `, ${rows.length} times` : null}
        </p>
      </div>
    </li>
  )
}
