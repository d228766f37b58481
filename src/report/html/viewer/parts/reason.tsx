import type { JSX } from 'preact'
import { reasons } from '../../../../judgement/outcome.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import { usePage } from '../data/page.ts'
import { DisturbanceLink } from './links.tsx'

/** Why a verdict is as it is: the code, its general meaning where the sentence does not say it already, and the sentence. */
export function Reason({ verdict }: { readonly verdict: ReportVerdict }): JSX.Element | null {
  const { reason } = verdict
  if (reason === undefined) return null
  const { code, sentence } = reason
  return (
    <p class="reason">
      <strong>{code}</strong> {sentence.startsWith(reasons[code]) ? sentence : `${reasons[code]} ${sentence}`}
      {code === 'environment-changed' ? <Changes verdict={verdict} /> : null}
    </p>
  )
}

/** The ways to what somebody else did on the VM of a verdict. */
function Changes({ verdict: { scenario, vm } }: { readonly verdict: ReportVerdict }): JSX.Element {
  const { scenarios, scenarioRow } = usePage()
  const { disturbances = [] } = scenarios.row(scenarioRow(scenario)!)
  const own = disturbances.filter((change) => change.vm === vm)
  return (
    <>
      {own.map(({ id, kind }, index) => (
        <span key={id}>
          {index === 0 ? ' See ' : ', '}
          <DisturbanceLink id={id}>{kind}</DisturbanceLink>
        </span>
      ))}
      .
    </>
  )
}
