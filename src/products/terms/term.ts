/** What sort of name a word is. */
export const termKinds = ['ui', 'cmdlet', 'parameter', 'property', 'class', 'method', 'entity', 'type', 'value', 'message'] as const
export type TermKind = (typeof termKinds)[number]

/** Where a fact comes from; `unknown` says that no source was found, never that there is no such word. */
export const marks = ['documented', 'observed', 'inferred', 'unknown'] as const
export type Mark = (typeof marks)[number]

export const termInterfaces = ['hyperv-wmi', 'hyperv-powershell', 'scvmm-powershell', 'scvmm-spf', 'scvmm-arc'] as const
export type TermInterface = (typeof termInterfaces)[number]
export const windows = ['hyperv-manager', 'scvmm-console'] as const
export type TermWindow = (typeof windows)[number]

/** One word, exactly as it is written; `since` and `until` are releases, `≤` before one says "at least by". */
export interface TermForm {
  readonly kind: TermKind
  readonly text: string
  readonly since?: string
  readonly until?: string
}

interface Usage {
  readonly forms: readonly TermForm[]
  /** The texts of `forms`. Empty where there is no word, or none is known; `note` or `mark` say which. */
  readonly words: readonly string[]
  readonly source: string
  readonly mark: Mark
  readonly note?: string
}

/** What one interface calls the concept. */
export interface TermCell extends Usage {
  readonly interface: TermInterface
  /** Claims whose conforming verdicts of this observer confirm the words. */
  readonly confirmedByClaims: readonly string[]
}

/** What a window calls it; only a person can confirm it. */
export interface WindowTerm extends Usage {
  readonly window: TermWindow
}

/** A word that looks like this concept and means something else. */
export interface FalseFriend {
  readonly text: string
  readonly means: string
  readonly source: string
  readonly mark: Mark
}

/** One concept across the products: a row of the terminology table. */
export interface TermRow {
  readonly concept: string
  readonly definition: string
  readonly cells: readonly TermCell[]
  readonly windows: readonly WindowTerm[]
  readonly falseFriends: readonly FalseFriend[]
}

/** What each line of data states besides its words. */
export type Fact = Pick<Usage, 'source' | 'mark'> & { readonly note?: string; readonly claims?: readonly string[] }

export function cell(id: TermInterface, forms: readonly TermForm[], { claims = [], ...fact }: Fact): TermCell {
  return { interface: id, forms, words: forms.map(({ text }) => text), confirmedByClaims: claims, ...fact }
}

export function inWindow(window: TermWindow, forms: readonly TermForm[], fact: Omit<Fact, 'claims'>): WindowTerm {
  return { window, forms, words: forms.map(({ text }) => text), ...fact }
}

type Period = Pick<TermForm, 'since' | 'until'>

/** Words of one kind, all of one period. */
export function forms(kind: TermKind, texts: readonly string[], period: Period = {}): readonly TermForm[] {
  return texts.map((text) => ({ kind, text, ...period }))
}

export const nobodyKnows: Fact = { source: 'no source found', mark: 'unknown' }
