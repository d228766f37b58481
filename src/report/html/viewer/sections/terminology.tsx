import type { JSX } from 'preact'
import { interfaceIds } from '../../../../checkpoint/interface-id.ts'
import type { ReportTerm } from '../../../model/report.ts'
import { interfaceName, windowNames } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ClaimLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'

type Usage = ReportTerm['windows'][number] | ReportTerm['cells'][number]

/** What people read in the windows first, then what each interface says. */
const columns = [
  ...Object.entries(windowNames).map(([id, name]) => ({
    id,
    name,
    of: (row: ReportTerm): readonly Usage[] => row.windows.filter((cell) => cell.window === id),
  })),
  ...interfaceIds.map((id) => ({
    id,
    name: interfaceName(id),
    of: (row: ReportTerm): readonly Usage[] => row.cells.filter((cell) => cell.interface === id),
  })),
]

export function Terminology(): JSX.Element {
  const { terminology } = usePage().report
  const used = columns.filter((column) => terminology.some((row) => column.of(row).length > 0))
  return (
    <div class="scroll boxed" tabindex={0} role="group" aria-label="Terminology">
      <table class="terms">
        <thead>
          <tr>
            <th scope="col">Concept</th>
            {used.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terminology.map((row) => (
            <tr key={row.concept}>
              <th scope="row">
                {row.concept} <span class="quiet">{row.definition}</span>
                <FalseFriends row={row} />
              </th>
              {used.map(({ id, of }) => (
                <td key={id}>
                  {of(row).map((cell) => (
                    <Words key={cell.source} cell={cell} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FalseFriends({ row: { falseFriends } }: { readonly row: ReportTerm }): JSX.Element | null {
  if (falseFriends.length === 0) return null
  return (
    <Disclosure summary={plural(falseFriends.length, 'false friend', 'false friends')}>
      {() =>
        falseFriends.map(({ text, means, source, mark }) => (
          <p key={text} class="false-friend">
            <code>{text}</code> {means} <span class="quiet">{`${mark} (${source})`}</span>
          </p>
        ))
      }
    </Disclosure>
  )
}

function Words({ cell }: { readonly cell: Usage }): JSX.Element {
  if (cell.mark === 'unknown' && cell.forms.length === 0 && cell.note === undefined)
    return (
      <em class="quiet" title={cell.source}>
        unknown
      </em>
    )
  return (
    <>
      {cell.forms.length === 0 ? <em class="quiet">no word</em> : null}
      {cell.forms.map(({ kind, text, since, until }) => (
        <p key={kind + text + since} title={kind}>
          <code>{text}</code>
          <span class="quiet">{period(since, until)}</span>
        </p>
      ))}
      <Disclosure class="source" summary={'standing' in cell ? `${cell.mark}, ${cell.standing}` : cell.mark}>
        {() => (
          <>
            {cell.note === undefined ? null : <p class="note">{cell.note}</p>}
            <p class="quiet">{cell.source}</p>
            {'standing' in cell ? <ConfirmedBy cell={cell} /> : null}
          </>
        )}
      </Disclosure>
    </>
  )
}

function ConfirmedBy({ cell: { standing, confirmedBy } }: { readonly cell: ReportTerm['cells'][number] }): JSX.Element | null {
  if (confirmedBy.length === 0) return null
  return (
    <p class="quiet">
      {confirmedBy.map(({ claim, verdicts }, index) => (
        <span key={claim}>
          {index === 0 ? `${standing} by ` : ', '}
          {plural(verdicts, 'verdict', 'verdicts')} on <ClaimLink id={claim} />
        </span>
      ))}
    </p>
  )
}

function period(since: string | undefined, until: string | undefined): string {
  if (until !== undefined) return since === undefined ? ` until ${until}` : ` ${since} to ${until}`
  return since === undefined ? '' : ` since ${since}`
}
