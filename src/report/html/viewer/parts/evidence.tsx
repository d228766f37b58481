import type { JSX } from 'preact'
import { usePage } from '../data/page.ts'
import { Disclosure } from './disclosure.tsx'
import { bytes, shortDigest } from './numbers.ts'
import { transcriptLink } from './transcript-link.ts'

/** Characters of an exchange shown in the page; longer ones are in their file. */
const longest = 20_000

/** A fold of exchanges, drawn when it is opened. */
export function EvidenceFold({ digests }: { readonly digests: Iterable<string> }): JSX.Element | null {
  const all = [...digests]
  if (all.length === 0) return null
  return (
    <Disclosure summary={`Evidence (${all.length})`}>{() => all.map((digest) => <Evidence key={digest} digest={digest} />)}</Disclosure>
  )
}

/** One exchange: its text where the page holds it, and where its file lies. */
function Evidence({ digest }: { readonly digest: string }): JSX.Element {
  const { evidence, exchange } = usePage()
  const entry = exchange(digest)
  const text = evidence.texts[digest]
  const place = transcriptLink(entry)
  const label = (
    <>
      <code>{shortDigest(digest)}</code> {entry === undefined ? null : <span class="quiet">{bytes(entry.bytes)}</span>}
    </>
  )
  if (text === undefined)
    return (
      <p class="evidence-away">{place === null ? <>{label} a file that was given; it is not copied</> : <a href={place}>{label}</a>}</p>
    )
  return (
    <Disclosure class="evidence" summary={label}>
      {() => (
        <>
          <pre tabindex={0}>{text.slice(0, longest)}</pre>
          <p class="quiet">
            {text.length > longest ? `${text.length - longest} characters more in ` : 'Also in '}
            {place === null ? 'the file that was given' : <a href={place}>{entry?.path}</a>}, {entry?.redactions ?? 0} places redacted,{' '}
            <code>{digest}</code>
          </p>
        </>
      )}
    </Disclosure>
  )
}
