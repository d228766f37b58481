import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Assignment } from '../live/assign.ts'
import type { LiveRun } from '../sources/live.ts'
import type { KeptTelling } from '../story/result.ts'

/** What the runner tells its workers. Plain data. */
export interface Provided {
  readonly seed: string
  readonly creators: readonly InterfaceId[]
  readonly source: SourceOptions
  /** The folder for the transcripts of what is told; null where nobody will look at them. */
  readonly transcripts: string | null
  /** Whether each step is said on stderr as it begins: on a product a single one may take half an hour. */
  readonly saysSteps: boolean
}

/** Where to connect. A live run says itself which scenario is told on which VM. */
export type SourceOptions =
  | { readonly kind: 'lab'; readonly faults: readonly string[] }
  | { readonly kind: 'live'; readonly run: LiveRun; readonly assignments: readonly Assignment[] }

declare module 'vitest' {
  interface ProvidedContext {
    snapcheck: Provided
  }
  interface TaskMeta {
    telling?: KeptTelling
  }
}
