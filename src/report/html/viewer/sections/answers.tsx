import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import { answerLetter } from '../../../present/findings.ts'
import { anchored, anchors } from '../data/anchors.ts'
import { useAddress } from '../data/address.ts'
import type { PageFinding } from '../data/findings.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { CellLink, ClaimLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'
import { OriginBadge } from '../parts/origin.tsx'
import { Value } from '../parts/value.tsx'

/** The questions, each with what was most often seen; unfolded, every answer with its cell. */
export function Answers(): JSX.Element {
  const page = usePage()
  const { isAll, has } = useSelection()
  const named = Number(anchored('answer', useAddress().anchor))
  const shown = isAll ? page.answers : page.answers.filter(({ rows }) => rows.some(has))
  const byClaim = groupedBy(shown, (answer) => answer.claim)
  if (shown.length === 0) return <p class="nothing">None of the {page.answers.length} answers passes the filter.</p>
  return (
    <div class="stack answers">
      {[...byClaim].map(([claim, answers]) => (
        <Disclosure
          key={claim}
          print
          open={answers.some(({ number }) => number === named)}
          summary={
            <span class="question">
              <span>
                <strong>{claim}</strong> {page.claim(claim)?.statement}
              </span>
              <InShort answers={answers} />
            </span>
          }
        >
          {() => (
            <>
              <p>
                The whole claim: <ClaimLink id={claim} />
              </p>
              <ul>
                {answers.map((answer) => (
                  <Answer key={answer.number} answer={answer} />
                ))}
              </ul>
            </>
          )}
        </Disclosure>
      ))}
    </div>
  )
}

/** The answer that most verdicts gave, and how many others there are. */
function InShort({ answers }: { readonly answers: readonly PageFinding[] }): JSX.Element {
  const { verdicts } = usePage()
  const byText = groupedBy(answers, ({ rows }) => verdicts.row(rows[0]!).finding ?? '')
  const timesOf = (same: readonly PageFinding[]): number => same.reduce((sum, { rows }) => sum + rows.length, 0)
  const [[text] = [''], ...others] = [...byText].toSorted(([, a], [, b]) => timesOf(b) - timesOf(a))
  return (
    <span class="answer-in-short">
      {text}
      {others.length === 0 ? null : <span class="quiet"> And {plural(others.length, 'other answer', 'other answers')}.</span>}
    </span>
  )
}

function Answer({ answer: { number, rows, cell, claim } }: { readonly answer: PageFinding }): JSX.Element {
  const { finding, origin, actual } = usePage().verdicts.row(rows[0]!)
  return (
    <li id={anchors.answer(number)} class="answer">
      <span class="number letter">{answerLetter(number)}</span>
      <div>
        <p>
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
