import type { CellProperty } from '../checkpoint/cell-property.ts'
import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId } from '../checkpoint/interface-id.ts'
import type { Json } from '../foundation/json.ts'
import type { Outcome, ReasonCode } from './outcome.ts'

export { cellProperties, type CellProperty } from '../checkpoint/cell-property.ts'

/** The unit of judgement: who made it, who looks, at which property. `unknown` where a file does not tell the maker. */
export interface Cell {
  readonly creator: InterfaceId | 'unknown'
  readonly observer: InterfaceId
  readonly property: CellProperty
}

export interface Reason {
  readonly code: ReasonCode
  readonly sentence: string
}

/** What a rule found, before the claim's level and basis say how bad it is. */
export interface Judgement {
  readonly cell: Cell
  readonly vm: Guid
  readonly checkpoint: Guid | null
  readonly answer: 'met' | 'unmet' | Exclude<Outcome, 'conforms' | 'deviates' | 'violates'>
  readonly expected: Json
  readonly actual: Json
  readonly reason?: Reason
  /** For an open question: the recorded answer in one sentence. */
  readonly finding?: string
  /** Ids of the observations and acts that it rests on. */
  readonly rests: readonly string[]
}

export interface Verdict extends Omit<Judgement, 'answer'> {
  /** `<scenario>/<claim>/<creator>/<observer>/<property>/<view stage>/<checkpoint or vm>`. */
  readonly id: string
  readonly scenario: string
  readonly claim: string
  readonly outcome: Outcome
}
