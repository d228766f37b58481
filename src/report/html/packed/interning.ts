import type { Json } from '../../../foundation/json.ts'

/** Gives every distinct thing a number from 1 on, in the order of first appearance. */
export interface Interning {
  /** 0 where there is nothing. */
  readonly value: (value: Json | undefined) => number
  readonly list: (texts: readonly string[] | undefined) => number
  readonly values: readonly Json[]
  readonly lists: readonly (readonly number[])[]
}

export function interning(): Interning {
  const values: Json[] = []
  const lists: (readonly number[])[] = []
  const texts = new Map<string, number>()
  const others = new Map<string, number>()
  const listNumbers = new Map<string, number>()

  const value = (item: Json | undefined): number => {
    if (item === undefined) return 0
    return typeof item === 'string' ? numberOf(texts, item, values, item) : numberOf(others, JSON.stringify(item), values, item)
  }
  const list = (items: readonly string[] | undefined): number => {
    if (items === undefined) return 0
    const numbers = items.map(value)
    return numberOf(listNumbers, numbers.join(' '), lists, numbers)
  }
  return { value, list, values, lists }
}

function numberOf<Item>(known: Map<string, number>, key: string, items: Item[], item: Item): number {
  const number = known.get(key)
  if (number !== undefined) return number
  items.push(item)
  known.set(key, items.length)
  return items.length
}
