import type { JSX } from 'preact'
import type { Json } from '../../../../foundation/json.ts'
import { differenceOf, listDifference, type DifferencePart } from '../../../present/difference.ts'
import { visiblePieces, type Edges } from '../../../present/invisible.ts'

/** Characters shown of one value; the rest is counted, report.json holds it whole. */
const longest = 2_000

/** Text with a stand-in for whatever the eye would miss. */
export function VisibleText({ text, edges }: { readonly text: string; readonly edges?: Edges }): JSX.Element {
  const characters = text.length > longest ? [...text] : []
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

interface Two {
  readonly first: JSX.Element
  readonly second: JSX.Element
}

interface Marks {
  readonly first: string
  readonly second: string
}

/** A list that is read more easily with an entry to a line. */
function isLong(value: Json): value is readonly Json[] {
  return Array.isArray(value) && value.length > 1
}

/** Entries shown of one list; the rest is counted, report.json holds it whole. */
const entriesAtMost = 60

function differingLists(first: readonly Json[], second: readonly Json[], marks: Marks): Two {
  const parts = listDifference(first.map(textOf), second.map(textOf))
  const side = (kind: DifferencePart['kind'], mark: string): JSX.Element => {
    const own = parts.filter((part) => part.kind === 'same' || part.kind === kind)
    return (
      <ol class="value-list">
        {own.slice(0, entriesAtMost).map((part, index) => (
          <li key={index}>
            <code class="value">
              {part.kind === 'same' ? (
                <VisibleText text={part.text} />
              ) : (
                <mark class={mark}>
                  <VisibleText text={part.text} />
                </mark>
              )}
            </code>
          </li>
        ))}
        {own.length > entriesAtMost ? <li class="quiet">and {own.length - entriesAtMost} more</li> : null}
      </ol>
    )
  }
  return { first: side('expected', marks.first), second: side('observed', marks.second) }
}

/** Two values with the characters marked in which they differ. @param marks classes for what only one of them has. */
export function differing(first: Json, second: Json, marks: Marks): Two {
  if (isLong(first) && isLong(second)) return differingLists(first, second, marks)
  const a = textOf(first)
  const b = textOf(second)
  const isPlain = first === null || second === null || a === b
  const parts = isPlain ? [] : differenceOf(a, b)
  const side = (kind: DifferencePart['kind'], value: Json, mark: string): JSX.Element =>
    isPlain || value === '' ? (
      <Value value={value} />
    ) : (
      <Marked parts={parts.filter((part) => part.kind === 'same' || part.kind === kind)} mark={mark} />
    )
  return { first: side('expected', first, marks.first), second: side('observed', second, marks.second) }
}

function Marked({ parts, mark }: { readonly parts: readonly DifferencePart[]; readonly mark: string }): JSX.Element {
  return (
    <code class="value">
      {parts.map((part, index) =>
        part.kind === 'same' ? (
          <VisibleText key={index} text={part.text} edges={{ start: index === 0, end: index === parts.length - 1 }} />
        ) : (
          <mark key={index} class={mark}>
            <VisibleText text={part.text} />
          </mark>
        ),
      )}
    </code>
  )
}

/** Expected over observed. */
export function Comparison({ expected, actual }: { readonly expected: Json; readonly actual: Json }): JSX.Element {
  const { first, second } = differing(expected, actual, { first: 'expected', second: 'observed' })
  return (
    <dl class="comparison">
      <dt>Expected</dt>
      <dd>{first}</dd>
      <dt>Observed</dt>
      <dd>{second}</dd>
    </dl>
  )
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
