import type { XmlLimits } from '../../xml/read.ts'

export interface CliXmlLimits extends XmlLimits {
  /** `Obj` elements in one document. */
  readonly objects: number
  /** Items of one list, entries of one dictionary, members of one object. */
  readonly members: number
}

/**
 * PowerShell itself stops at 50 objects inside each other (MaxDepthBelowTopLevel in its source), each of which takes up to
 * three elements (Obj, DCT, En). An inventory of 100,000 checkpoints in the recorded shape has about 300,000 objects.
 */
export const cliXmlLimits: CliXmlLimits = { depth: 160, token: 16 * 1024 * 1024, objects: 2_000_000, members: 1_000_000 }

export interface CliXmlWriteLimits extends XmlLimits {
  /** Values inside each other: a member, an item, a key, an object that another one wraps. */
  readonly values: number
  /** Characters of the whole document. */
  readonly size: number
}

/** PowerShell refuses to read the 50th value inside another (observed); the rest is what our own reader takes. */
export const cliXmlWriteLimits: CliXmlWriteLimits = {
  values: 49,
  depth: cliXmlLimits.depth,
  token: cliXmlLimits.token,
  size: 1024 * 1024 * 1024,
}
