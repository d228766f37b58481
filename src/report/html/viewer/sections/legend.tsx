import type { JSX } from 'preact'
import { origins } from '../../../../checkpoint/interface-id.ts'
import { outcomes, reasons, type Outcome } from '../../../../judgement/outcome.ts'
import { originWords } from '../../../present/labels.ts'
import { OriginBadge } from '../parts/origin.tsx'
import { OutcomeTag } from '../parts/outcome.tsx'

export function Legend(): JSX.Element {
  return (
    <dl class="legend">
      {(Object.keys(outcomes) as Outcome[]).map((outcome) => (
        <div key={outcome}>
          <dt>
            <OutcomeTag outcome={outcome} />
          </dt>
          <dd>{outcomes[outcome]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <span class="tag recorded">recorded</span>
        </dt>
        <dd>{reasons['open-question']} Nothing is required of it.</dd>
      </div>
      {origins.map((origin) => (
        <div key={origin}>
          <dt>
            <OriginBadge origin={origin} />
          </dt>
          <dd>{originWords[origin].meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
