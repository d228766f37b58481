import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId } from '../checkpoint/interface-id.ts'
import type { Operation } from '../interfaces/port.ts'

/** What a scenario does to what it touches: nothing, make SCVMM look again, change a VM, or disturb others. */
export const safeties = ['reads', 'refreshes', 'writes', 'disrupts'] as const
export type Safety = (typeof safeties)[number]

/** How far a scenario reaches at the most. */
export const blastRadii = ['vm', 'host', 'cluster', 'vmm'] as const
export type BlastRadius = (typeof blastRadii)[number]

/** What stands above a scenario: all that `snapcheck list` can say without running anything. */
export interface ScenarioDefinition {
  /** Stable, dotted, never reused: `visibility.several`. */
  readonly id: string
  readonly title: string
  /** Claims that its story lets the rules judge. */
  readonly claims: readonly string[]
  /** What the creating interface must be able to do. */
  readonly needs: readonly Operation[]
  readonly safety: Safety
  readonly radius: BlastRadius
  readonly profile: 'core' | 'full'
  /** The state of the VM that it needs: ApplySnapshot is refused on a running one (C-076). */
  readonly vm: 'running' | 'off'
}

/** A checkpoint that the story made, as the creating interface names it. */
export interface Made {
  readonly checkpoint: Guid
}

/** What a scenario can do. It tells a story; what the story proves is decided elsewhere, by rules. */
export interface Teller {
  /** The interface that creates in this run of the scenario. */
  readonly creator: InterfaceId
  /** A name or comment of our own that holds this run's mark, the same for the same seed. */
  text(words: string): string
  create(title: string, wanted: { readonly name?: string; readonly comment?: string }): Promise<Made>
  rename(title: string, made: Made, name: string): Promise<void>
  setComment(title: string, made: Made, comment: string): Promise<void>
  /** Applies it, so that the VM stands on it and the next create begins a branch. */
  restore(title: string, made: Made): Promise<void>
  /** Removes this one checkpoint; its children stay. */
  remove(title: string, made: Made): Promise<void>
  /**
   * Every configured interface reads the VM. What an interface must first find out by itself is awaited, up to the
   * limit of the configuration; what it shows in the end is recorded as it is.
   */
  look(title: string): Promise<void>
  /** Lets time pass, e.g. a refresher's whole interval. */
  pause(title: string, milliseconds: number): Promise<void>
  /** Closes every session and opens new ones, as another console would. */
  reconnect(title: string): Promise<void>
}

export type ScenarioBody = (teller: Teller) => Promise<void>

export interface Scenario {
  readonly definition: ScenarioDefinition
  readonly body: ScenarioBody
}
