import type { InterfaceId } from '../checkpoint/interface-id.ts'

export type Level = 'must' | 'should' | 'info'
export type Basis = 'documented' | 'observed' | 'inferred'

/** Where a claim can be looked at: our interfaces, and the places that no interface of ours reaches. */
export type ClaimPlace =
  | InterfaceId
  | 'hyperv-manager'
  | 'scvmm-console'
  | 'failover-cluster'
  | 'hyperv-replica'
  | 'hyperv-eventlog'
  | 'scom'

/** One product and the releases for which the claim is made; no bounds: all of them. Years and names as the vendor writes them. */
export interface Applicability {
  readonly product: 'hyper-v' | 'scvmm' | 'spf' | 'windows-client'
  readonly from?: string
  readonly to?: string
}

/** One testable sentence about the products. `suites/claims` holds them as data. */
export interface Claim {
  readonly id: string
  readonly topic: string
  readonly statement: string
  readonly level: Level
  readonly basis: Basis
  readonly interfaces: readonly ClaimPlace[]
  readonly appliesTo: readonly Applicability[]
  /** The original words behind `appliesTo`. */
  readonly versions: string
  readonly source: { readonly title: string; readonly ref: string } & Readonly<Record<string, unknown>>
  readonly check: string
  readonly seedArticle: boolean
  readonly provisional?: boolean
  readonly knownDifference?: boolean
  readonly automation?: string
  readonly note?: string
}
