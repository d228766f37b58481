import { canonical, digestOf } from './canonical.ts'
import type { Exchange, ScriptExchange } from './exchange.ts'
import type { Redacted } from './redaction.ts'

/** An exchange as reports keep it. */
export interface StoredEvidence {
  /** `sha256:<hex>` over `body`. */
  readonly digest: string
  readonly mediaType: string
  /** Length of `body` in UTF-8. */
  readonly bytes: number
  /** The canonical text. */
  readonly body: string
  /** What was taken out, by name, sorted. */
  readonly redactions: readonly string[]
}

/** Keeps exchanges by the digest of their canonical form. Accepts nothing that has not been redacted. */
export interface EvidenceStore {
  /** @returns the digest. */
  put(exchange: Redacted<Exchange | ScriptExchange>): string
  get(digest: string): StoredEvidence | undefined
  /** In the order in which they were first put. */
  all(): readonly StoredEvidence[]
}

export function evidenceStore(): EvidenceStore {
  const stored = new Map<string, StoredEvidence>()
  return {
    put(exchange) {
      const { mediaType, body } = canonical(exchange)
      const digest = digestOf(body)
      if (!stored.has(digest))
        stored.set(digest, { digest, mediaType, bytes: Buffer.byteLength(body), body, redactions: exchange.redactions })
      return digest
    },
    get: (digest) => stored.get(digest),
    all: () => [...stored.values()],
  }
}
