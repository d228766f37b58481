import type { JSX } from 'preact'
import type { Json } from '../../../../foundation/json.ts'
import { differenceOf } from '../../../present/difference.ts'
import { visiblePieces, type Edges } from '../../../present/invisible.ts'

/** Characters shown of one value; the rest is counted, report.json holds it whole. */
const longest = 2_000

/** Text with a stand-in for whatever the eye would miss. */
export function VisibleText({ text, edges }: { readonly text: string; readonly edges?: Edges }): JSX.Element {
  const characters = [...text]
  const shown = characters.length > longest ? characters.slice(0, longest).join('') : text
  return (
    <>
      {visiblePieces(shown, edges).map((piece, index) =>
        piece.name === undefined ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <span key={index} class="stand-in" title={piece.name}>
            {piece.text}
          </span>
        ),
      )}
      {characters.length > longest ? <em class="quiet"> and {characters.length - longest} characters more</em> : null}
    </>
  )
}

export function Value({ value }: { readonly value: Json }): JSX.Element {
  if (value === '') return <em class="quiet">empty text</em>
  if (value === null) return <em class="quiet">none</em>
  return (
    <code class="value">
      <VisibleText text={textOf(value)} />
    </code>
  )
}

/** Expected over observed, with the characters marked in which they differ. */
export function Comparison({ expected, actual }: { readonly expected: Json; readonly actual: Json }): JSX.Element {
  const parts = typeof expected === 'string' && typeof actual === 'string' ? differenceOf(expected, actual) : undefined
  const side = (kind: 'expected' | 'observed', value: Json): JSX.Element => {
    if (parts === undefined || value === '') return <Value value={value} />
    const own = parts.filter((part) => part.kind === 'same' || part.kind === kind)
    return (
      <code class="value">
        {own.map((part, index) =>
          part.kind === 'same' ? (
            <VisibleText key={index} text={part.text} edges={{ start: index === 0, end: index === own.length - 1 }} />
          ) : (
            <mark key={index} class={kind}>
              <VisibleText text={part.text} />
            </mark>
          ),
        )}
      </code>
    )
  }
  return (
    <dl class="comparison">
      <dt>Expected</dt>
      <dd>{side('expected', expected)}</dd>
      <dt>Observed</dt>
      <dd>{side('observed', actual)}</dd>
    </dl>
  )
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
