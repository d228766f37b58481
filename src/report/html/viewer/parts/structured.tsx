import type { JSX } from 'preact'
import type { Json } from '../../../../foundation/json.ts'
import { Disclosure } from './disclosure.tsx'
import { Value } from './value.tsx'

/** Entries of a list that are shown at once; a longer one is folded. */
const atOnce = 12

/** A value with parts: lists entry by entry, objects as names with their values. */
export function Structured({ value }: { readonly value: Json }): JSX.Element {
  if (Array.isArray(value)) {
    if (value.length <= atOnce) return <Entries entries={value} />
    return <Disclosure summary={`${value.length} entries`}>{() => <Entries entries={value} />}</Disclosure>
  }
  if (value === null || typeof value !== 'object') return <Value value={value} />
  return (
    <dl class="structured">
      {Object.entries(value).map(([name, part]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Structured value={part} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Entries({ entries }: { readonly entries: readonly Json[] }): JSX.Element {
  return (
    <ul class="entries">
      {entries.map((entry, index) => (
        <li key={index}>
          <Structured value={entry} />
        </li>
      ))}
    </ul>
  )
}
