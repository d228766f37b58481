import type { JSX } from 'preact'
import { interfaceName, propertyLabels } from '../../../present/labels.ts'
import type { ReportWaiver } from '../../../model/report.ts'
import { usePage } from '../data/page.ts'
import { ClaimLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'
import { OutcomeTag } from '../parts/outcome.tsx'

export function Waivers(): JSX.Element {
  return (
    <>
      {usePage().report.waivers.map((waiver) => (
        <article key={waiver.id} class={`finding edge-${waiver.outcome}`}>
          <p class="finding-head">
            <code>{waiver.id}</code>
            <OutcomeTag outcome={waiver.outcome} />
            <ClaimLink id={waiver.claim} />
            <span class="quiet">{scopeOf(waiver)}</span>
          </p>
          <h3>{waiver.reason}</h3>
          <p>
            {waiver.by}, until <time dateTime={waiver.until}>{waiver.until}</time>.{' '}
            {waiver.verdicts === 0
              ? 'It excuses nothing here: it may be out of date.'
              : `It excuses ${plural(waiver.verdicts, 'verdict', 'verdicts')} here.`}
          </p>
        </article>
      ))}
    </>
  )
}

function scopeOf({ creator, observer, property, scenario }: ReportWaiver): string {
  const parts = [
    creator === null ? '' : `made through ${interfaceName(creator)}`,
    observer === null ? '' : `seen through ${interfaceName(observer)}`,
    property === null ? '' : propertyLabels[property].title,
    scenario === null ? '' : `in ${scenario}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'wherever it shows' : parts.join(', ')
}
