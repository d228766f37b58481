/** Lends each of some things to one borrower at a time, in the order of asking. */
export interface Turns<T> {
  take(): Turn<T>
  giveBack(thing: T): void
}

export interface Turn<T> {
  readonly granted: Promise<T>
  /** For who has stopped waiting: what is granted all the same goes to the next. */
  giveUp(): void
}

export function turns<T>(things: readonly T[]): Turns<T> {
  const free = [...things]
  const waiting: ((thing: T) => void)[] = []

  function giveBack(thing: T): void {
    const next = waiting.shift()
    if (next === undefined) free.push(thing)
    else next(thing)
  }

  return {
    take() {
      const { promise, resolve } = Promise.withResolvers<T>()
      const thing = free.pop()
      if (thing === undefined) waiting.push(resolve)
      else resolve(thing)
      return {
        granted: promise,
        giveUp() {
          const place = waiting.indexOf(resolve)
          if (place === -1) void promise.then(giveBack)
          else waiting.splice(place, 1)
        },
      }
    },
    giveBack,
  }
}
