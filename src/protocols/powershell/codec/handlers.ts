import type { CliXmlObject, CliXmlValue } from './value.ts'

/** Keys from the top-level object (its number) to the value: names, item numbers, dictionary keys. Valid during the call only. */
export type CliXmlPath = readonly (string | number)[]

/** What a caller does with values as they complete; each may be left out. */
export interface CliXmlHandlers {
  /** A top-level value is complete. @param stream the `S` attribute, by which a remote shell tells output from errors. */
  top?(value: CliXmlValue, stream: string | undefined): void
  /**
   * An object is complete, the innermost first. What is returned takes its place, in its parent and for later references;
   * `release` lets go of it and of every object inside it. Left out: everything is kept.
   */
  object?(object: CliXmlObject, path: CliXmlPath): CliXmlValue | 'release'
  /** False for the name of a scalar member that nobody will ask for: it is checked but not kept. */
  wants?(name: string): boolean
}
