import type { JSX } from 'preact'
import { normalisations } from '../../../../checkpoint/normalise.ts'
import type { ReportObservation } from '../../../model/report.ts'
import { interfaceName } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import { OriginBadge } from './origin.tsx'
import { Value } from './value.tsx'

/** What every interface showed of the same thing at the same stage: raw beside normalised. */
export function SideBySide({ observation }: { readonly observation: ReportObservation }): JSX.Element {
  const rows = usePage().sideBySide(observation)
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={`Values of ${observation.property}`}>
      <table class="values">
        <thead>
          <tr>
            <th scope="col">Interface</th>
            <th scope="col">Field</th>
            <th scope="col">Raw</th>
            <th scope="col">Normalised</th>
            <th scope="col">By rule</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} class={row.id === observation.id ? 'this' : undefined}>
              <th scope="row">
                {interfaceName(row.interface)} <OriginBadge origin={row.origin} />
              </th>
              <td>
                <code>{row.field}</code>
              </td>
              <td>{row.form === 'value' ? <Value value={row.raw} /> : <em class="quiet">{row.form}</em>}</td>
              <td>{row.form === 'value' ? <Value value={row.normalised} /> : <em class="quiet">nothing to compare</em>}</td>
              <td>
                <abbr title={normalisations[row.normalisation]}>{row.normalisation}</abbr>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
