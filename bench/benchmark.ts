/** What is measured, with its unit. Larger is worse for all of them. */
export type Measures = Readonly<Record<string, { readonly value: number; readonly unit: string }>>

/** One command line of this Node. Its last line on stdout may be measures of its own, as JSON. */
export interface Variant {
  readonly label: string
  readonly args: readonly string[]
  /** The last line of stdout is `Measures`. */
  readonly reports?: true
}

/**
 * Two variants that are measured in turns, so that what the machine does meanwhile touches both alike. The ratio of their
 * medians shows how the cost grows.
 */
export interface Benchmark {
  readonly name: string
  readonly title: string
  readonly small: Variant
  readonly large: Variant
  /** Makes the files that are measured, once, before the first turn. */
  readonly prepare?: () => Promise<void>
  /** Set where the large variant has a limit that the project promises. */
  readonly promise?: string
}
