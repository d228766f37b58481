import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'

interface FilteredProps<Item> {
  readonly items: readonly Item[]
  readonly label: string
  /** The words in which the filter looks. */
  readonly textOf: (item: Item) => string
  readonly children: (shown: readonly Item[]) => ComponentChildren
}

/** Below this many a filter is in the way. */
const from = 8

/** A list with a filter box that keeps the denominator: "12 of 240". */
export function Filtered<Item>({ items, label, textOf, children }: FilteredProps<Item>): JSX.Element {
  const [text, setText] = useState('')
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = items.filter((item) => words.every((word) => textOf(item).toLowerCase().includes(word)))
  if (items.length < from) return <>{children(items)}</>
  return (
    <>
      <p class="filter">
        <label>
          {label}
          <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <output>
          {shown.length} of {items.length}
        </output>
      </p>
      {children(shown)}
    </>
  )
}
