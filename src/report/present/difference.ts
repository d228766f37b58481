import { parseGuid } from '../../checkpoint/guid.ts'

export interface DifferencePart {
  readonly kind: 'same' | 'expected' | 'observed'
  readonly text: string
}

/** Above this many comparisons the middle is shown as replaced as a whole. */
const limit = 1_000_000

/** Compares two texts character by character (code points, so that no pair is torn apart). */
export function differenceOf(expected: string, observed: string): readonly DifferencePart[] {
  if (areOtherGuids(expected, observed)) return replaced(expected, observed)
  const a = [...expected]
  const b = [...observed]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = middleOf(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return merged([{ kind: 'same', text: a.slice(0, start).join('') }, ...middle, { kind: 'same', text: a.slice(a.length - end).join('') }])
}

/** Compares two lists entry by entry; each part is one whole entry. */
export function listDifference(expected: readonly string[], observed: readonly string[]): readonly DifferencePart[] {
  if (expected.length * observed.length <= limit) return walk(expected, observed, commonLengths(expected, observed))
  return [
    ...expected.map((text) => ({ kind: 'expected', text }) as const),
    ...observed.map((text) => ({ kind: 'observed', text }) as const),
  ]
}

/** Of two GUIDs that name different things it says nothing that some digits agree; that they differ in case alone does. */
function areOtherGuids(expected: string, observed: string): boolean {
  const first = parseGuid(expected)
  const second = parseGuid(observed)
  return first !== undefined && second !== undefined && first !== second
}

function middleOf(a: readonly string[], b: readonly string[]): readonly DifferencePart[] {
  if (a.length * b.length > limit) return replaced(a.join(''), b.join(''))
  return walk(a, b, commonLengths(a, b))
}

function replaced(expected: string, observed: string): readonly DifferencePart[] {
  return [
    { kind: 'expected', text: expected },
    { kind: 'observed', text: observed },
  ]
}

/** `lengths[i][j]`: how much `a` from i and `b` from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}

function walk(a: readonly string[], b: readonly string[], lengths: readonly Uint32Array[]): readonly DifferencePart[] {
  const parts: DifferencePart[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i++]! })
      j++
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) parts.push({ kind: 'expected', text: a[i++]! })
    else parts.push({ kind: 'observed', text: b[j++]! })
  }
  return [
    ...parts,
    ...a.slice(i).map((text): DifferencePart => ({ kind: 'expected', text })),
    ...b.slice(j).map((text): DifferencePart => ({ kind: 'observed', text })),
  ]
}

function merged(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const result: DifferencePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) result[result.length - 1] = { kind: part.kind, text: last.text + part.text }
    else result.push(part)
  }
  return result
}
