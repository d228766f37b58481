/** How long the interface waits for VMM, in milliseconds. */
export interface SpfLimits {
  readonly pollInterval: number
  readonly jobTimeout: number
}

/** VMM's own jobs of a checkpoint end within minutes; merging disks goes on after them (C-081). */
export const defaultLimits: SpfLimits = { pollInterval: 1_000, jobTimeout: 900_000 }
