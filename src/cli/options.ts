import { SnapcheckError } from '../foundation/errors.ts'
import { nearest } from '../foundation/nearest.ts'

/** For commander: a value out of a fixed list. @throws SNAPCHECK_OPTION_VALUE, naming the nearest. */
export function oneOf<Value extends string>(option: string, values: readonly Value[]): (given: string) => Value {
  return (given) => {
    const found = values.find((value) => value === given)
    if (found !== undefined) return found
    const near = nearest(given, values)
    throw new SnapcheckError('SNAPCHECK_OPTION_VALUE', `${option} does not take "${given}".`, {
      place: option,
      observed: given,
      expected: values.join(', '),
      ...(near === undefined ? {} : { next: `${option} ${near}` }),
    })
  }
}

/** Several values of one option, each checked. */
export function each<Value>(parse: (given: string) => Value): (given: string, earlier: readonly Value[] | undefined) => readonly Value[] {
  return (given, earlier = []) => [...earlier, parse(given)]
}

/** @throws SNAPCHECK_OPTION_VALUE for anything but a whole number from 1 to `most`. */
export function countUpTo(option: string, most: number): (given: string) => number {
  return (given) => {
    const count = Number(given)
    if (Number.isInteger(count) && count >= 1 && count <= most) return count
    throw new SnapcheckError('SNAPCHECK_OPTION_VALUE', `${option} does not take "${given}".`, {
      place: option,
      observed: given,
      expected: `a whole number from 1 to ${most}`,
    })
  }
}

/** For a text that needs no check of its own. */
export const asGiven = (given: string): string => given

export const suitesHelp = 'suite files of your own, beside the shipped ones: a path, or a quoted glob (repeatable)'
