import type { Answer } from './answer.ts'

/** What was asked for and is there, and an error for each that is not. */
export interface Found<Item> {
  readonly items: readonly Item[]
  readonly errors: readonly Answer[]
}
