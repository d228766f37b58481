/** What a filter can ask for by name, and what each is called in words. */
export const filterFields = {
  o: 'outcome',
  c: 'claim',
  l: 'level',
  creator: 'made through',
  observer: 'seen through',
  p: 'property',
  s: 'scenario',
  r: 'reason',
} as const
export type FilterField = keyof typeof filterFields | 'text'

/** One word of a filter, in lower case. */
export interface Term {
  readonly field: FilterField
  readonly word: string
  readonly isNot: boolean
}

/** What a filter is held against; a field may hold several texts, and one that is left out matches nothing. */
export type Filterable = Readonly<Partial<Record<FilterField, readonly string[]>>>

/**
 * Reads `o:violates -s:visibility creator:hyperv-wmi "two words"`. A word without a known field is text, and so is one whose
 * quotation mark does not end.
 */
export function parseFilter(text: string): readonly Term[] {
  return Array.from(text.matchAll(/(?<not>-?)(?:(?<field>[a-z]+):)?(?:"(?<quoted>[^"]*)"|(?<plain>\S+))/gi), (match): Term => {
    const { not = '', field, quoted, plain = '' } = match.groups!
    const known = isField(field?.toLowerCase())
    const word = quoted ?? plain
    return {
      field: known ? (field!.toLowerCase() as FilterField) : 'text',
      word: (known || field === undefined ? word : `${field}:${word}`).toLowerCase(),
      isNot: not !== '',
    }
  }).filter((term) => term.word !== '')
}

function isField(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(filterFields, name)
}

/** Fields of which a part is enough; the others are short words of ours and compared whole. */
const byPart: ReadonlySet<FilterField> = new Set<FilterField>(['text', 's', 'creator', 'observer'])

/** @param value in lower case. */
export function wordFits({ field, word }: Pick<Term, 'field' | 'word'>, value: string): boolean {
  return byPart.has(field) ? value.includes(word) : value === word
}

/**
 * Whether the terms hold, given which of them fit: what is excluded must not fit, every text must, and of several words for
 * one field one is enough. Sorts the terms once, because it is asked for every verdict.
 */
export function holding(terms: readonly Term[]): (fits: (term: Term) => boolean) => boolean {
  const not = terms.filter((term) => term.isNot)
  const wanted = terms.filter((term) => !term.isNot)
  const texts = wanted.filter((term) => term.field === 'text')
  const fields = new Set(wanted.map((term) => term.field).filter((field) => field !== 'text'))
  const alternatives = [...fields].map((field) => wanted.filter((term) => term.field === field))
  return (fits) => !not.some(fits) && texts.every(fits) && alternatives.every((words) => words.some(fits))
}

export function matches(terms: readonly Term[], item: Filterable): boolean {
  return holding(terms)((term) => (item[term.field] ?? []).some((value) => wordFits(term, value.toLowerCase())))
}

/** The filter that asks for exactly these. */
export function filterText(parts: Readonly<Partial<Record<keyof typeof filterFields, string>>>): string {
  return Object.entries(parts)
    .map(([field, word]) => `${field}:${/[\s"]/.test(word) ? `"${word.replaceAll('"', ' ')}"` : word}`)
    .join(' ')
}
