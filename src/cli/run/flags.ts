import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Allowance } from '../../configuration/schema/schema.ts'
import type { Profile } from '../../harness/definition.ts'
import type { FaultId } from '../../lab/faults/catalogue.ts'

export const runSources = ['lab', 'live'] as const

/** Flags of `run` as they were given; what was left out is looked for in the environment and the configuration. */
export interface RunFlags {
  readonly source: (typeof runSources)[number]
  readonly config?: string
  readonly suites?: readonly string[]
  readonly allow?: Allowance
  readonly dryRun?: boolean
  readonly ceiling?: number
  readonly journal?: string
  readonly waivers?: string
  readonly seed?: number
  readonly labFault?: readonly FaultId[]
  readonly creator?: readonly InterfaceId[]
  readonly claim?: readonly string[]
  readonly profile: Profile
  readonly workers?: number
  readonly shuffle?: boolean
  readonly output?: string
  readonly json?: boolean
  readonly quiet?: boolean
}
