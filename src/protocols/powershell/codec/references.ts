import type { CliXmlValue } from './value.ts'

const released: CliXmlValue = { type: 'released' }

/** What a `Ref` may point at. References go backwards only, and may point at an object that is still open. */
export interface References {
  /** Objects defined so far and not released. */
  readonly count: number
  define(refId: string, value: CliXmlValue): void
  replace(refId: string, value: CliXmlValue): void
  /** What was defined since `count` was `mark` can no longer be referred to, so that its memory is free. */
  release(mark: number): void
  get(refId: string): CliXmlValue | undefined
}

export function references(): References {
  const values = new Map<string, CliXmlValue>()
  const order: string[] = []
  return {
    get count() {
      return order.length
    },
    define(refId, value) {
      values.set(refId, value)
      order.push(refId)
    },
    replace(refId, value) {
      values.set(refId, value)
    },
    release(mark) {
      for (let at = mark; at < order.length; at++) values.set(order[at]!, released)
      order.length = mark
    },
    get: (refId) => values.get(refId),
  }
}
