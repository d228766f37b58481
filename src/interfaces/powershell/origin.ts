import type { Origin } from '../../checkpoint/interface-id.ts'
import { labMark } from '../../foundation/lab-mark.ts'
import type { Exported } from '../../inspection/exported/exported.ts'
import { textOf } from './objects.ts'

const productCompany = 'Microsoft Corporation'

/**
 * Who answers through a module: the lab has its mark in the author. A module without a file of the product's company is a
 * script that stands in for it, and no build proves anything then. That the file of a product names its company is inferred.
 * @param build as it was read; null where none was.
 */
export function originOf(identity: Exported | undefined, build: string | null): Origin {
  if ((textOf(identity, 'Author') ?? '').startsWith(labMark.vendor)) return 'simulator'
  return textOf(identity, 'Company') === productCompany && build !== null ? 'product' : 'unidentified'
}

/** The product's name, said to be the lab's where it is. */
export function productNameOf(name: string, origin: Origin): string {
  return origin === 'simulator' ? `${name} (snapcheck lab)` : name
}
