import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { filterFields } from '../../present/filter.ts'
import { anchors, href } from './data/anchors.ts'
import { replaceAddress, useAddress } from './data/address.ts'
import { usePage } from './data/page.ts'
import { useSelection } from './data/selection.ts'
import { Disclosure } from './parts/disclosure.tsx'

/** Milliseconds after the last key before a filter is worked out: of a hundred thousand verdicts that takes a moment. */
const patience = 120

/** The one filter of the page. It stands in the address, so what it shows can be sent to somebody. */
export function Toolbar(): JSX.Element {
  const { report } = usePage()
  const { anchor, filter } = useAddress()
  const { rows } = useSelection()
  const total = Object.values(report.summary.outcomes).reduce((sum, count) => sum + count, 0)
  return (
    <search class="toolbar">
      <span class={`origin-stamp origin-stamp-${report.origin}`}>
        <span class="unseen">Origin: </span>
        {report.origin}
      </span>
      <FilterBox filter={filter} />
      <output class="shown">
        <span class="unseen">The filter leaves </span>
        {rows.length} of {total} verdicts
      </output>
      {filter === '' ? null : <a href={href(anchor.startsWith(anchors.verdict(0).slice(0, -1)) ? 'verdicts' : anchor)}>Clear</a>}
      <Disclosure class="filter-help" summary="How to filter">
        {() => <Help />}
      </Disclosure>
    </search>
  )
}

function FilterBox({ filter }: { readonly filter: string }): JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(filter)
  // Before anything is painted: who comes with / at once finds the text selected, and types over it.
  useLayoutEffect(() => setText(filter), [filter])
  useEffect(() => {
    if (text.trim() === filter) return
    const timer = setTimeout(() => replaceAddress({ filter: text.trim() }), patience)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])
  return (
    <label>
      Filter
      <input
        ref={input}
        type="search"
        value={text}
        placeholder="o:violates p:comment"
        aria-keyshortcuts="/"
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <kbd title="Press / to come here">/</kbd>
    </label>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function Help(): JSX.Element {
  return (
    <>
      <p>
        Words are looked for in claims, scenarios, reasons and values; <kbd>"two words"</kbd> as they stand, <kbd>-word</kbd> not. Several
        words for one field are alternatives. The address holds the filter: send it to somebody.
      </p>
      <dl class="filter-fields">
        {Object.entries(filterFields).map(([field, meaning]) => (
          <div key={field}>
            <dt>
              <kbd>{field}:</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        Keys: <kbd>/</kbd> comes to the filter; in a list <kbd>↑</kbd> <kbd>↓</kbd> walk, <kbd>Home</kbd> and <kbd>End</kbd> jump.
      </p>
    </>
  )
}
