import { useEffect, useState } from 'preact/hooks'
import { addressOf, fragmentOf, type Address } from '../../../present/address.ts'

/** The address is the state of the page: what is looked at and what is filtered can be sent to somebody as a link. */
let current: Address = addressOf(location.hash)
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

export function useAddress(): Address {
  const [address, setAddress] = useState(current)
  useEffect(() => {
    const update = (): void => setAddress(current)
    listeners.add(update)
    update()
    return () => void listeners.delete(update)
  }, [])
  return address
}

/** Changes the address without a new entry in the history: typing and walking through a list are one visit. */
export function replaceAddress(change: Partial<Address>): void {
  current = { ...current, ...change }
  history.replaceState(null, '', fragmentOf(current) || location.pathname + location.search)
  changed()
}

/** Goes to an anchor and keeps what is filtered. */
export function goTo(anchor: string): void {
  replaceAddress({ anchor })
  showTarget()
}

/** Shows what the address names, now and whenever it changes. */
export function followAddress(): void {
  addEventListener('hashchange', () => {
    current = addressOf(location.hash)
    changed()
    showTarget()
  })
  if (current.anchor !== '') showTarget()
}

/** After the page was drawn for the new address: what a list had not drawn before is there then. */
function showTarget(): void {
  const before = document.activeElement
  requestAnimationFrame(() => {
    const target = document.getElementById(current.anchor)
    if (target instanceof HTMLDetailsElement) target.open = true
    target?.scrollIntoView()
    // Whoever has gone somewhere else meanwhile, such as to the filter, is not fetched back.
    if (target !== null && document.activeElement === before) focusOn(target)
  })
}

/** Keyboard and screen reader go on from where the link led, as they do with links of the browser's own. */
function focusOn(target: HTMLElement): void {
  const place = target instanceof HTMLDetailsElement ? target.querySelector('summary')! : target
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
}
