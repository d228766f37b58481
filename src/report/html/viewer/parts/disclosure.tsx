import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePrinting } from '../data/printing.ts'

interface DisclosureProps {
  readonly id?: string
  readonly summary: ComponentChildren
  /** Drawn when it is first opened, so that a page of thousands stays quick. */
  readonly children: () => ComponentChildren
  readonly open?: boolean
  readonly class?: string
  /** Unfolded on paper. */
  readonly print?: boolean
}

export function Disclosure({ id, summary, children, open = false, print = false, ...rest }: DisclosureProps): JSX.Element {
  const [wasOpened, setWasOpened] = useState(open)
  const unfolded = usePrinting() && print
  return (
    <details id={id} open={open || unfolded} class={rest.class} onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened || open || unfolded ? <div class="disclosed">{children()}</div> : null}
    </details>
  )
}
