import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { answerLetter } from '../../../present/findings.ts'
import type { PageFinding } from '../../content.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { CellLink, ClaimLink } from '../parts/links.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { Value } from '../parts/value.tsx'

/** The questions, each with the answers seen. */
export function Answers(): JSX.Element {
  const page = usePage()
  const byClaim = groupedBy(page.answers, (answer) => answer.claim)
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

function Answer({ answer }: { readonly answer: PageFinding }): JSX.Element {
  const verdict = usePage().verdict(answer.verdicts[0] ?? '')
  return (
    <li id={anchors.answer(answer.number)} class="answer">
      <span class="number letter">{answerLetter(answer.number)}</span>
      <div>
        <p class="finding-text">
          {verdict?.finding} {verdict === undefined ? null : <OriginBadge origin={verdict.origin} />}
        </p>
        <p class="quiet">
          <CellLink cell={answer.cell} />, observed {verdict === undefined ? null : <Value value={verdict.actual} />}
          {answer.total > 1 ? `, ${answer.total} times` : null}
        </p>
      </div>
    </li>
  )
}
