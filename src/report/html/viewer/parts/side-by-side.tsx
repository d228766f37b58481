import type { JSX } from 'preact'
import { normalisations } from '../../../../checkpoint/normalise.ts'
import { interfaceName } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import type { Seen } from '../data/traces.ts'
import { OriginBadge } from './origin.tsx'
import { differing } from './value.tsx'

/** What every interface showed of the same thing at the same stage: raw beside normalised, with what normalising changed marked. */
export function SideBySide({ seen }: { readonly seen: Seen }): JSX.Element {
  const rows = usePage().sideBySide(seen)
  return (
    <div class="scroll side-by-side" tabindex={0} role="group" aria-label={`Values of ${seen.observation.property}`}>
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
            <Row key={row.observation.id} row={row} isThis={row.observation.id === seen.observation.id} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row: { observation, view }, isThis }: { readonly row: Seen; readonly isThis: boolean }): JSX.Element {
  const { field, form, raw, normalised, normalisation } = observation
  const { first, second } = differing(raw, normalised, { first: 'changed', second: 'changed' })
  return (
    <tr class={isThis ? 'this' : undefined}>
      <th scope="row">
        {interfaceName(view.interface)} <OriginBadge origin={observation.origin} />
      </th>
      <td data-label="Field">
        <code>{field}</code>
      </td>
      <td data-label="Raw">{form === 'value' ? first : <em class="quiet">{form}</em>}</td>
      <td data-label="Normalised">{form === 'value' ? second : <em class="quiet">nothing to compare</em>}</td>
      <td data-label="By rule">
        <abbr title={normalisations[normalisation]}>{normalisation}</abbr>
      </td>
    </tr>
  )
}
