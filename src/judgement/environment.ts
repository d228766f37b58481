import type { CellProperty } from '../checkpoint/cell-property.ts'
import { because } from './because.ts'
import type { Disturbance, DisturbanceKind, Story } from './observation.ts'
import type { Outcome } from './outcome.ts'
import type { Verdict } from './verdict.ts'

/** The tree and what hangs on its shape: a stranger's checkpoint moves the position, and everything made afterwards hangs below it. */
const shape: readonly CellProperty[] = ['parent', 'position', 'order', 'limit', 'disks']

/** Which cells a change can touch, beside those about the very checkpoint that changed. */
const touched: Readonly<Record<DisturbanceKind, readonly CellProperty[] | 'all'>> = {
  'checkpoint-appeared': shape,
  'checkpoint-vanished': shape,
  'vm-state-changed': ['kind', 'position', 'state'],
  'owner-node-changed': 'all',
  'job-running': ['time'],
}

/** As much of a change as its sentence needs; a report holds the same. */
type Told = Pick<Disturbance, 'before' | 'after'> & { readonly checkpoint: string | null }

const sentences: Readonly<Record<DisturbanceKind, (change: Told) => string>> = {
  'checkpoint-appeared': ({ checkpoint }) => `Checkpoint ${checkpoint} appeared, which this run did not make.`,
  'checkpoint-vanished': ({ checkpoint }) => `Checkpoint ${checkpoint} vanished, which this run did not remove.`,
  'vm-state-changed': ({ before, after }) => `The state of the VM changed from ${String(before)} to ${String(after)}.`,
  'owner-node-changed': ({ before, after }) => `The VM moved from ${String(before)} to ${String(after)}.`,
  'job-running': ({ before }) => `A job of somebody else was running: ${String(before)}.`,
}

/** What somebody else did, in one sentence. */
export function disturbanceSentence(change: Told & Pick<Disturbance, 'kind'>): string {
  return sentences[change.kind](change)
}

const judged: readonly Outcome[] = ['conforms', 'deviates', 'violates']

/** The one place where what somebody else did takes the conclusion from the cells that it can have touched (design section 1). */
export function heedingDisturbances(story: Story, verdicts: readonly Verdict[]): readonly Verdict[] {
  const { disturbances = [] } = story
  if (disturbances.length === 0) return verdicts
  const stages = stagesOf(story)
  return verdicts.map((verdict) => {
    const touching = disturbances.filter((each) => touches(each, verdict, stages))
    if (touching.length === 0) return verdict
    const change = touching.map(disturbanceSentence).join(' ')
    return {
      ...verdict,
      outcome: 'inconclusive',
      reason: because('environment-changed', `Somebody else changed the VM meanwhile. ${change}`),
    }
  })
}

function touches(change: Disturbance, verdict: Verdict, stages: (id: string) => number | undefined): boolean {
  if (change.vm !== verdict.vm || !judged.includes(verdict.outcome)) return false
  const last = Math.max(...verdict.rests.map((id) => stages(id) ?? -1))
  if (last < change.from) return false
  if (change.checkpoint !== null && change.checkpoint === verdict.checkpoint) return true
  // A refusal may have come from what somebody else was doing, and a count of many holds what they made.
  if (verdict.reason?.code === 'act-failed') return true
  if (change.checkpoint !== null && verdict.checkpoint === null && verdict.cell.property === 'visibility') return true
  const properties = touched[change.kind]
  return properties === 'all' || properties.includes(verdict.cell.property)
}

/** The stage of whatever a verdict rests on: an act, a view, or an observation, whose id begins with that of its view. */
function stagesOf({ acts, views, measurements = [] }: Story): (id: string) => number | undefined {
  const byId = new Map([...acts, ...views, ...measurements].map(({ id, stage }) => [id, stage]))
  return (id) => byId.get(id) ?? byId.get(id.slice(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1)))
}
