import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'

interface DisclosureProps {
  readonly id?: string
  readonly summary: ComponentChildren
  /** Drawn when it is first opened, so that a page of thousands stays quick. */
  readonly children: () => ComponentChildren
  readonly open?: boolean
  readonly class?: string
  /** Opened when the page is printed. */
  readonly print?: boolean
}

export function Disclosure({ id, summary, children, open = false, print = false, ...rest }: DisclosureProps): JSX.Element {
  const [wasOpened, setWasOpened] = useState(open)
  return (
    <details
      id={id}
      open={open}
      class={rest.class}
      data-print={print ? '' : undefined}
      onToggle={(event) => event.currentTarget.open && setWasOpened(true)}
    >
      <summary>{summary}</summary>
      {wasOpened ? <div class="disclosed">{children()}</div> : null}
    </details>
  )
}
