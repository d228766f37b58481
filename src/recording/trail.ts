import { AsyncLocalStorage } from 'node:async_hooks'

/** The EvidenceTrail of src/interfaces/port.ts, with the side on which `capturing` reports. */
export interface RecordingTrail {
  /** The value, and the digests of all exchanges that happened while `work` ran, in their order. */
  gather<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly evidence: readonly string[] }>
  add(digest: string): void
}

interface Gathering {
  readonly digests: string[]
  readonly outer: Gathering | undefined
}

const behindErrors = new WeakMap<object, readonly string[]>()

/** Gatherings may be nested and may run at the same time: each sees what its own work did. */
export function evidenceTrail(): RecordingTrail {
  const current = new AsyncLocalStorage<Gathering>()
  return {
    async gather(work) {
      const gathering: Gathering = { digests: [], outer: current.getStore() }
      try {
        const value = await current.run(gathering, work)
        return { value, evidence: gathering.digests }
      } catch (error) {
        keepEvidence(error, gathering.digests)
        throw error
      }
    },
    add(digest) {
      for (let gathering = current.getStore(); gathering !== undefined; gathering = gathering.outer) gathering.digests.push(digest)
    },
  }
}

/** Says which exchanges are behind an error, in place of what was said before. */
export function keepEvidence(error: unknown, digests: readonly string[]): void {
  if (typeof error === 'object' && error !== null) behindErrors.set(error, digests)
}

/** Digests of the exchanges that happened before `error` left the outermost `gather` around it. */
export function evidenceOf(error: unknown): readonly string[] {
  return (typeof error === 'object' && error !== null ? behindErrors.get(error) : undefined) ?? []
}
