import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Telling } from '../story/result.ts'

/** What the runner tells its workers. Plain data. */
export interface Provided {
  readonly seed: string
  readonly creators: readonly InterfaceId[]
  readonly source: SourceOptions
}

export interface SourceOptions {
  readonly kind: 'lab'
  readonly faults: readonly string[]
}

declare module 'vitest' {
  interface ProvidedContext {
    snapcheck: Provided
  }
  interface TaskMeta {
    telling?: Telling
  }
}
