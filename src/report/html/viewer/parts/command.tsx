import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'

interface CommandProps {
  readonly text: string
  /** What is copied, for who hears the button only. */
  readonly what?: string
  /** Sentences, not a command. */
  readonly prose?: boolean
}

/** A command line, or other text, that one press copies; where the browser allows no copying it is selected, ready for Ctrl-C. */
export function Command({ text, what = 'the command', prose = false }: CommandProps): JSX.Element {
  const Text = prose ? 'span' : 'code'
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
      <Text ref={code} class={prose ? 'command prose' : 'command'}>
        {prose ? text : text.split(/ (?=--)/).map((part, index) => <span key={index}>{index === 0 ? part : ` ${part}`}</span>)}
      </Text>
      <button type="button" onClick={copy} onBlur={() => setState('Copy')}>
        {state}
        <span class="unseen"> {what}</span>
      </button>
      <span role="status" class="unseen">
        {state === 'Copy' ? null : state}
      </span>
    </span>
  )
}
