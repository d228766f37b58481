import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { usePrinting } from '../data/printing.ts'

interface VirtualListProps {
  readonly id: string
  readonly label: string
  readonly count: number
  /** The chosen item's place in the list; -1 where it is not in it. */
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly children: (index: number) => ComponentChildren
}

/** Height of an item in rem: all alike, so that the place of each is known without drawing it. */
const itemHeight = 3.25
/** Items drawn before and after what is seen. */
const spare = 8
/** Items drawn on paper. */
const printedAtMost = 100

/** A list of any length of which only what is seen is drawn. One stop for the keyboard: arrows walk, Home and End jump. */
export function VirtualList(props: VirtualListProps): JSX.Element {
  return usePrinting() ? <Printed {...props} /> : <Scrolled {...props} />
}

function Printed({ count, children }: VirtualListProps): JSX.Element {
  return (
    <>
      <ul class="items">
        {Array.from({ length: Math.min(count, printedAtMost) }, (_one, index) => (
          <li key={index} class="item">
            {children(index)}
          </li>
        ))}
      </ul>
      {count > printedAtMost ? <p class="quiet">And {count - printedAtMost} more, in report.html and report.json.</p> : null}
    </>
  )
}

function Scrolled({ id, label, count, chosen, onChoose, children }: VirtualListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const { from, to, height } = useWindow(list, count)
  useLayoutEffect(() => {
    if (list.current !== null && chosen >= 0) keepInSight(list.current, chosen * height, height)
  }, [chosen, count, height])
  const walk = (event: KeyboardEvent): void => {
    const step = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / height) - 1)
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + step,
      PageUp: chosen - step,
      Home: 0,
      End: count - 1,
    }
    const target = targets[event.key]
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    onChoose(Math.max(0, Math.min(count - 1, target)))
  }
  const drawn = Array.from({ length: to - from }, (_one, offset) => from + offset)
  const active = chosen >= from && chosen < to ? `${id}-${chosen}` : undefined
  return (
    <div
      ref={list}
      class="items virtual"
      role="listbox"
      aria-label={label}
      aria-activedescendant={active}
      tabIndex={0}
      onKeyDown={walk}
      style={{ '--item': `${itemHeight}rem` }}
    >
      <div role="presentation" class="all-items" style={{ height: `${count * itemHeight}rem` }}>
        {drawn.map((index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            class="item"
            role="option"
            aria-selected={index === chosen}
            aria-posinset={index + 1}
            aria-setsize={count}
            style={{ top: `${index * itemHeight}rem` }}
            onClick={() => onChoose(index)}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

interface Window {
  readonly from: number
  readonly to: number
  /** Of one item, in pixels. */
  readonly height: number
}

function useWindow(list: { readonly current: HTMLDivElement | null }, count: number): Window {
  const [seen, setSeen] = useState({ top: 0, height: 600, item: itemHeight * 16 })
  useEffect(() => {
    const element = list.current!
    const measure = (): void => {
      const item = itemHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setSeen({ top: element.scrollTop, height: element.clientHeight, item })
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [])
  const first = Math.floor(seen.top / seen.item)
  const from = Math.max(0, Math.min(first, count) - spare)
  return { from, to: Math.min(count, first + Math.ceil(seen.height / seen.item) + spare), height: seen.item }
}

function keepInSight(list: HTMLElement, top: number, height: number): void {
  if (top < list.scrollTop) list.scrollTop = top
  else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight
}
