import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface GradualProps<Item> {
  readonly items: readonly Item[]
  /** Drawn at first and at each further step. */
  readonly step: number
  /** The place of an item that has to be drawn because an address names it; -1 for none. */
  readonly upTo?: number
  readonly what: string
  readonly children: (item: Item, index: number) => ComponentChildren
}

/** A list that is drawn as far as somebody reads: more comes when its end comes near, or by its button. */
export function Gradual<Item>({ items, step, upTo = -1, what, children }: GradualProps<Item>): JSX.Element {
  const [steps, setSteps] = useState(1)
  const shown = Math.min(items.length, Math.max(steps * step, upTo + 1))
  const left = items.length - shown
  return (
    <>
      {items.slice(0, shown).map(children)}
      {left === 0 ? null : <More left={left} what={what} onMore={() => setSteps(Math.ceil(shown / step) + 1)} />}
    </>
  )
}

function More({ left, what, onMore }: { readonly left: number; readonly what: string; readonly onMore: () => void }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onMore(), {
      // Only from below: one that a jump left at the upper edge would push away what was jumped to.
      rootMargin: '-25% 0px 600px 0px',
    })
    observer.observe(button.current!)
    return () => observer.disconnect()
  }, [left])
  return (
    <button ref={button} type="button" class="more-items" onClick={onMore}>
      Show more: {left} {what} left
    </button>
  )
}
