import type { Mark } from '../../../products/spf/mark.ts'
import { formatNames, type FormatName } from '../../../protocols/odata/codec/formats.ts'

/** What Service Provider Foundation does where its pages are silent or contradict each other. */
export interface SpfSwitches {
  /** Which values of Confirm a POST may have (C-097). */
  readonly confirm: 'any' | 'true' | 'null'
  /** Whether a POST is answered before its job has ended. RunAsynchronously = true always is. */
  readonly createAnswer: 'at-once' | 'after-job'
  /** What the answer to a POST has as its ID while its job still runs. */
  readonly pendingId: 'row' | 'zero'
  /** How an Edm.DateTime is printed. */
  readonly timeForm: 'offset' | 'unzoned'
  /** Whether a request without x-ms-principal-id is refused (C-100). */
  readonly principalHeader: 'required' | 'optional'
  /** Formats spoken; the last is the one of a request that does not ask for any. */
  readonly formats: readonly FormatName[]
  /** Rows of one answer; the rest is behind a next link. Null: no paging. */
  readonly pageSize: number | null
}

export const spfSwitchTable: {
  readonly [Name in keyof SpfSwitches]: { readonly value: SpfSwitches[Name]; readonly mark: Mark; readonly source: string }
} = {
  confirm: { value: 'any', mark: 'assumed', source: 'C-097: one page requires True, one says always False, its sample sends null' },
  createAnswer: {
    value: 'at-once',
    mark: 'assumed',
    source: 'dn785083: its sample row has no CheckpointID; RunAsynchronously exists, its default is not told',
  },
  pendingId: { value: 'row', mark: 'assumed', source: 'no recorded answer to a POST is at hand (semantics.md section 4)' },
  timeForm: { value: 'offset', mark: 'documented', source: 'samples of dn785078, dn785083; the type Edm.DateTime of dn785076 has no zone' },
  principalHeader: { value: 'required', mark: 'inferred', source: 'C-100: any value, but a request is to have it' },
  formats: { value: formatNames, mark: 'documented', source: 'C-102; Atom without an Accept header is observed' },
  pageSize: { value: null, mark: 'assumed', source: 'no page tells of paging' },
}

export const defaultSpfSwitches: SpfSwitches = Object.fromEntries(
  Object.entries(spfSwitchTable).map(([name, { value }]) => [name, value]),
) as unknown as SpfSwitches
