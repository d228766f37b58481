import { options } from 'preact'
import { useEffect, useState } from 'preact/hooks'

let isPrinting = false
const listeners = new Set<() => void>()

/** Draws at once: a browser prints what stands there when the handler returns. */
function set(printing: boolean): void {
  if (printing === isPrinting) return
  isPrinting = printing
  const later = options.debounceRendering
  options.debounceRendering = (draw) => draw()
  for (const listener of listeners) listener()
  options.debounceRendering = later
}

export function followPrinting(): void {
  addEventListener('beforeprint', () => set(true))
  addEventListener('afterprint', () => set(false))
  matchMedia('print').addEventListener('change', ({ matches }) => set(matches))
}

/** Whether the page is drawn for paper: what matters unfolded, long lists cut with what they leave out. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(isPrinting)
  useEffect(() => {
    const update = (): void => setPrinting(isPrinting)
    listeners.add(update)
    update()
    return () => void listeners.delete(update)
  }, [])
  return printing
}
