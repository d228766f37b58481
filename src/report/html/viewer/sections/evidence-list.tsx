import type { JSX } from 'preact'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { bytes, plural } from '../parts/numbers.ts'

/** Rows listed at the most. */
const atMost = 500

export function EvidenceList(): JSX.Element {
  const { evidence } = usePage().report
  const total = evidence.reduce((sum, entry) => sum + entry.bytes, 0)
  if (evidence.length === 0) return <p class="nothing">No exchange stands behind this report.</p>
  return (
    <Disclosure class="boxed" summary={`${plural(evidence.length, 'exchange', 'exchanges')}, ${bytes(total)}`}>
      {() => (
        <div class="scroll" tabindex={0} role="group" aria-label="Evidence">
          <table>
            <thead>
              <tr>
                <th scope="col">Digest (SHA-256)</th>
                <th scope="col">Kind</th>
                <th scope="col">Size</th>
                <th scope="col">Redacted</th>
              </tr>
            </thead>
            <tbody>
              {evidence.slice(0, atMost).map(({ digest, mediaType, bytes: size, redactions, path }) => (
                <tr key={digest}>
                  <td>
                    {path === null ? (
                      <code>{digest}</code>
                    ) : (
                      <a href={path}>
                        <code>{digest}</code>
                      </a>
                    )}
                  </td>
                  <td>{mediaType}</td>
                  <td>{bytes(size)}</td>
                  <td>{redactions}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {evidence.length > atMost ? <p class="quiet">And {evidence.length - atMost} more in the folder evidence.</p> : null}
        </div>
      )}
    </Disclosure>
  )
}
