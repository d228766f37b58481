import type { ComponentChildren, JSX } from 'preact'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Gradual } from '../parts/gradual.tsx'
import { bytes, plural } from '../parts/numbers.ts'
import { transcriptLink } from '../parts/transcript-link.ts'

/** Rows drawn at first and at each further step. */
const step = 100

export function EvidenceList(): JSX.Element {
  const { exchanges } = usePage()
  if (exchanges.length === 0) return <p class="nothing">No exchange stands behind this report.</p>
  return (
    <Disclosure class="boxed" summary={plural(exchanges.length, 'exchange', 'exchanges')}>
      {() => (
        <Gradual items={steps(exchanges.length)} step={1} what={`blocks of ${step}`}>
          {(from) => <Block key={from} from={from} />}
        </Gradual>
      )}
    </Disclosure>
  )
}

function steps(count: number): readonly number[] {
  return Array.from({ length: Math.ceil(count / step) }, (_one, index) => index * step)
}

function Block({ from }: { readonly from: number }): JSX.Element {
  const { exchanges } = usePage()
  const rows = Array.from({ length: Math.min(step, exchanges.length - from) }, (_one, index) => exchanges.row(from + index))
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={`Evidence from ${from + 1} on`}>
      <table class="exchanges">
        <thead>
          <tr>
            <th scope="col">Digest (SHA-256)</th>
            <th scope="col">Kind</th>
            <th scope="col">Size</th>
            <th scope="col">Redacted</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ digest, mediaType, bytes: size, redactions, path }) => (
            <tr key={digest}>
              <td>
                <Linked to={transcriptLink({ digest, path })}>
                  <code>{digest}</code>
                </Linked>
              </td>
              <td>{mediaType}</td>
              <td>{bytes(size)}</td>
              <td>{redactions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Linked({ to, children }: { readonly to: string | null; readonly children: ComponentChildren }): JSX.Element {
  return to === null ? <>{children}</> : <a href={to}>{children}</a>
}
