import type { JSX } from 'preact'
import { groupedBy, unique } from '../../../model/build/order.ts'
import type { ReportView } from '../../../model/report.ts'
import type { PageObservation, PageStep } from '../../content.ts'
import { interfaceName } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { differing, Value, VisibleText } from '../parts/value.tsx'

type Look = ReportView & PageStep

/** Every value of a stage, one row for each subject and property, a column for each interface. */
export function ValuesFold({ views }: { readonly views: readonly Look[] }): JSX.Element {
  return <Disclosure summary="All values side by side, raw and normalised">{() => <Table views={views} />}</Disclosure>
}

function Table({ views }: { readonly views: readonly Look[] }): JSX.Element {
  const { valuesOf } = usePage()
  const columns = views.map((view) => new Map(valuesOf(view).map((value) => [`${value.subject} ${value.property}`, value])))
  const rows = unique(columns.flatMap((column) => [...column.keys()])).map((key) => columns.map((column) => column.get(key)))
  const bySubject = groupedBy(rows.slice(0, atMost), (row) => row.find((value) => value !== undefined)!.subject)
  return (
    <div class="scroll" tabindex={0} role="group" aria-label="All values of this stage">
      <table class="values all-values">
        <thead>
          <tr>
            <th scope="col">Property</th>
            {views.map((view) => (
              <th key={view.id} scope="col">
                {interfaceName(view.interface)}
              </th>
            ))}
          </tr>
        </thead>
        {[...bySubject].map(([subject, own]) => (
          <tbody key={subject}>
            <tr>
              <th scope="rowgroup" colspan={views.length + 1} class="subject">
                {subject === 'vm' ? 'The VM' : <Checkpoint subject={subject} rows={own} />}
              </th>
            </tr>
            {own.map((row, index) => (
              <Row key={index} values={row} />
            ))}
          </tbody>
        ))}
      </table>
      {rows.length > atMost ? <p class="quiet">And {rows.length - atMost} more in report.json.</p> : null}
    </div>
  )
}

const atMost = 400

/** What each interface showed of one property, in the order of the columns. */
type Values = readonly (PageObservation | undefined)[]

/** By its name where one interface shows it, and by its GUID. */
function Checkpoint({ subject, rows }: { readonly subject: string; readonly rows: readonly Values[] }): JSX.Element {
  const name = rows.flat().find((value) => value?.property === 'name' && typeof value.raw === 'string')?.raw
  return (
    <>
      {name === undefined ? null : <VisibleText text={String(name)} />} <code class="quiet">{subject}</code>
    </>
  )
}

function Row({ values }: { readonly values: Values }): JSX.Element {
  return (
    <tr>
      <th scope="row">{values.find((value) => value !== undefined)!.property}</th>
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
