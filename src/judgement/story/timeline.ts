import { productOf, type ProductId } from '../../checkpoint/interface-id.ts'
import type { Act, Measurement, Story, View } from '../observation.ts'

/** Everything of one story about one VM, by stage; ties are broken by id, so that no order of input matters. */
export interface VmStory {
  readonly scenario: string
  readonly vmNeed: string | undefined
  readonly vm: View['vm']
  readonly acts: readonly Act[]
  /** Without glances, which may show what is long outdated and are no one's answer. */
  readonly views: readonly View[]
  /** Looks without waiting that showed less than what was done by then. */
  readonly glances: readonly View[]
  /** Looks that failed, or did not show the VM: they show nothing, so that only what says so may ask for them. */
  readonly blind: readonly View[]
  readonly measurements: readonly Measurement[]
}

interface Parts {
  readonly acts: Act[]
  readonly views: View[]
  readonly measurements: Measurement[]
}

const cache = new WeakMap<Story, readonly VmStory[]>()

const isGlance = (view: View): boolean => view.settled === 'not-awaited'
const isBlind = (view: View): boolean => view.settled === 'unreadable' || view.settled === 'not-shown'

/** A story, taken apart by VM. */
export function vmStories(story: Story): readonly VmStory[] {
  const known = cache.get(story)
  if (known !== undefined) return known
  const byVm = new Map<View['vm'], Parts>()
  const of = (vm: View['vm']): Parts => {
    const entry = byVm.get(vm) ?? { acts: [], views: [], measurements: [] }
    byVm.set(vm, entry)
    return entry
  }
  for (const act of story.acts) of(act.vm).acts.push(act)
  for (const view of story.views) of(view.vm).views.push(view)
  for (const measurement of story.measurements ?? []) of(measurement.vm).measurements.push(measurement)
  const parts = [...byVm].map(([vm, { acts, views, measurements }]) => ({
    scenario: story.scenario,
    vmNeed: story.vmNeed,
    vm,
    acts: acts.toSorted(byStage),
    views: views.filter((view) => !isGlance(view) && !isBlind(view)).toSorted(byStage),
    glances: views.filter(isGlance).toSorted(byStage),
    blind: views.filter(isBlind).toSorted(byStage),
    measurements: measurements.toSorted(byStage),
  }))
  const sorted = parts.toSorted((a, b) => compareText(a.vm, b.vm))
  cache.set(story, sorted)
  return sorted
}

/** What happened up to a view, and is therefore known to it: acts and looks share no stage, an act counts from its own on. */
export function actsBefore(acts: readonly Act[], view: View): readonly Act[] {
  return acts.filter((act) => act.stage <= view.stage)
}

/** The same observer's earlier and later look, without another look of it in between. */
export interface Consecutive {
  readonly before: View
  readonly after: View
}

export function consecutiveViews({ views }: VmStory): readonly Consecutive[] {
  const last = new Map<string, View>()
  return views.flatMap((after) => {
    const before = last.get(after.interface)
    last.set(after.interface, after)
    return before === undefined || before.stage === after.stage ? [] : [{ before, after }]
  })
}

/** Looks of two products at the same stage. */
export function sameStage({ views }: VmStory, view: View, product: ProductId): readonly View[] {
  return views.filter((other) => other !== view && other.stage === view.stage && productOf[other.interface] === product)
}

function byStage(a: { stage: number; id: string }, b: { stage: number; id: string }): number {
  return a.stage - b.stage || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
