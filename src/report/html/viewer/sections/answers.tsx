import type { JSX } from 'preact'
import { answerLetter } from '../../../present/findings.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { CellLink, ClaimLink } from '../parts/links.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { Value } from '../parts/value.tsx'

export function Answers(): JSX.Element {
  const page = usePage()
  return (
    <ul class="answers">
      {page.answers.map((answer) => {
        const verdict = page.verdict(answer.verdicts[0] ?? '')
        return (
          <li key={answer.number} id={anchors.answer(answer.number)}>
            <p class="answer">
              <span class="number letter">{answerLetter(answer.number)}</span>
              {verdict?.finding} {verdict === undefined ? null : <OriginBadge origin={verdict.origin} />}
            </p>
            <p class="question">
              <ClaimLink id={answer.claim} /> {page.claim(answer.claim)?.statement}
            </p>
            <p class="quiet">
              <CellLink cell={answer.cell} />, observed {verdict === undefined ? null : <Value value={verdict.actual} />}
              {answer.total > 1 ? `, ${answer.total} times` : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
