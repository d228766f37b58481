import type { JSX } from 'preact'
import { interfaceIds } from '../../../../checkpoint/interface-id.ts'
import type { ReportTerm } from '../../../model/report.ts'
import { interfaceName } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'

export function Terminology(): JSX.Element {
  const { terminology } = usePage().report
  const columns = interfaceIds.filter((id) => terminology.some((row) => row.cells.some((cell) => cell.interface === id)))
  return (
    <div class="scroll" tabindex={0} role="group" aria-label="Terminology">
      <table class="terms">
        <thead>
          <tr>
            <th scope="col">Concept</th>
            {columns.map((id) => (
              <th key={id} scope="col">
                {interfaceName(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terminology.map((row) => (
            <tr key={row.concept}>
              <th scope="row">
                {row.concept} <span class="quiet">{row.definition}</span>
              </th>
              {columns.map((id) => (
                <td key={id}>
                  {row.cells
                    .filter((cell) => cell.interface === id)
                    .map((cell) => (
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

function Words({ cell }: { readonly cell: ReportTerm['cells'][number] }): JSX.Element {
  return (
    <>
      {cell.words.length === 0 ? <em class="quiet">no word</em> : cell.words.map((word) => <code key={word}>{word}</code>)}
      <p class="quiet">
        {cell.mark} ({cell.source}), {cell.standing}
        {cell.confirmedBy.length === 0 ? '' : ` by ${cell.confirmedBy.length} verdicts`}
      </p>
    </>
  )
}
