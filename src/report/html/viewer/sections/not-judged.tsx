import { Fragment, type JSX } from 'preact'
import { reasons } from '../../../../judgement/outcome.ts'
import { groupedBy } from '../../../model/build/order.ts'
import type { ReportNotJudged } from '../../../model/report.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { plural } from '../parts/numbers.ts'
import { OutcomeTag } from '../parts/outcome.tsx'

export function NotJudged(): JSX.Element {
  const { summary, notJudged } = usePage().report
  const { coverage, outcomes } = summary
  const verdicts = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  const claims = coverage.claims.reduce((sum, entry) => sum + entry.total, 0)
  const byReason = [...groupedBy(notJudged, (entry) => `${entry.code} ${entry.sentence}`).values()].toSorted((a, b) => b.length - a.length)
  return (
    <>
      <ul class="reasons">
        {coverage.notJudged.map(({ outcome, reason, verdicts: count, cells }) => (
          <li key={`${outcome} ${reason}`}>
            <OutcomeTag outcome={outcome} /> {count} of {verdicts} verdicts
            {cells === 0 ? null : `, and with them ${cells} of ${coverage.cells} cells`}. {reason === null ? null : reasons[reason]}
          </li>
        ))}
      </ul>
      <div class="stack">
        {byReason.map((group) => (
          <Group key={group[0]!.code + group[0]!.sentence} group={group} total={claims} />
        ))}
      </div>
    </>
  )
}

function Group({ group, total }: { readonly group: readonly ReportNotJudged[]; readonly total: number }): JSX.Element {
  const { code, sentence } = group[0]!
  return (
    <Disclosure
      print
      summary={
        <span class="row">
          <span>
            <strong>
              {group.length} of {plural(total, 'claim', 'claims')}
            </strong>{' '}
            {sentence}
          </span>
          <code class="quiet">{code}</code>
        </span>
      }
    >
      {() => (
        <dl class="facts">
          {group.map(({ claim, level, statement }) => (
            <Fragment key={claim}>
              <dt>
                {claim} <span class="quiet">{level}</span>
              </dt>
              <dd>{statement}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </Disclosure>
  )
}
