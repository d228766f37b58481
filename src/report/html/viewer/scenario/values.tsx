import type { JSX } from 'preact'
import { unique } from '../../../model/build/order.ts'
import type { ReportView } from '../../../model/report.ts'
import type { PageObservation, PageStep } from '../../content.ts'
import { interfaceName } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { differing, Value } from '../parts/value.tsx'

type Look = ReportView & PageStep

/** Every value of a stage, one row for each subject and property, a column for each interface. */
export function Values({ views }: { readonly views: readonly Look[] }): JSX.Element {
  return <Disclosure summary="All values side by side, raw and normalised">{() => <Table views={views} />}</Disclosure>
}

function Table({ views }: { readonly views: readonly Look[] }): JSX.Element {
  const { valuesOf } = usePage()
  const columns = views.map((view) => new Map(valuesOf(view).map((value) => [`${value.subject} ${value.property}`, value])))
  const keys = unique(columns.flatMap((column) => [...column.keys()]))
  return (
    <div class="scroll" tabindex={0} role="group" aria-label="All values of this stage">
      <table class="values">
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Property</th>
            {views.map((view) => (
              <th key={view.id} scope="col">
                {interfaceName(view.interface)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.slice(0, atMost).map((key) => (
            <Row key={key} values={columns.map((column) => column.get(key))} />
          ))}
        </tbody>
      </table>
      {keys.length > atMost ? <p class="quiet">And {keys.length - atMost} more in report.json.</p> : null}
    </div>
  )
}

const atMost = 400

function Row({ values }: { readonly values: readonly (PageObservation | undefined)[] }): JSX.Element {
  const { subject, property } = values.find((value) => value !== undefined)!
  return (
    <tr>
      <td>
        <code title={subject}>{subject.slice(0, 8)}</code>
      </td>
      <th scope="row">{property}</th>
      {values.map((value, index) => (
        <td key={index}>{value === undefined ? <em class="quiet">not shown</em> : <Shown value={value} />}</td>
      ))}
    </tr>
  )
}

function Shown({ value: { field, form, raw, normalised } }: { readonly value: PageObservation }): JSX.Element {
  if (form !== 'value')
    return (
      <>
        <code class="quiet">{field}</code> <em class="quiet">{form}</em>
      </>
    )
  const isChanged = JSON.stringify(raw) !== JSON.stringify(normalised)
  const { first, second } = differing(raw, normalised, { first: 'changed', second: 'changed' })
  return (
    <>
      <p>
        <code class="quiet">{field}</code> {isChanged ? first : <Value value={raw} />}
      </p>
      {isChanged ? <p>as {second}</p> : null}
    </>
  )
}
