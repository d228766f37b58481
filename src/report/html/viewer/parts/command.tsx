import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'

/** A command line that one press copies; where the browser allows no copying it is selected, ready for Ctrl-C. */
export function Command({ text }: { readonly text: string }): JSX.Element {
  const code = useRef<HTMLElement>(null)
  const [state, setState] = useState('Copy')
  const copy = (): void => {
    getSelection()?.selectAllChildren(code.current!)
    const selected = (): void => setState('Selected')
    // There is none where the page came by plain http.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard }
    if (clipboard === undefined) selected()
    else clipboard.writeText(text).then(() => setState('Copied'), selected)
  }
  return (
    <span class="copyable">
      <code ref={code} class="command">
        {text}
      </code>
      <button type="button" onClick={copy} onBlur={() => setState('Copy')}>
        {state}
        <span class="unseen"> the command</span>
      </button>
      <span role="status" class="unseen">
        {state === 'Copy' ? null : state}
      </span>
    </span>
  )
}
