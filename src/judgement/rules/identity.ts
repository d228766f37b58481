import { productOf, type ProductId } from '../../checkpoint/interface-id.ts'
import type { Json } from '../../foundation/json.ts'
import { because } from '../because.ts'
import type { CheckpointView, Story, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { expectedText } from '../story/expected-text.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, isHyperV, isScvmm, madeIn } from '../story/made.ts'
import { sameStage, vmStories } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { crossing, notVisible, type SeenSighting, type Sighting } from './builders/crossing.ts'
import { eachRow } from './builders/rows.ts'
import { placed } from './builders/views.ts'
import { isWordOf, wordsIn } from './words.ts'

export const identityRules: readonly Rule[] = [
  crossing({
    claim: 'C-001',
    property: 'terminology',
    from: isAny,
    to: isAny,
    judge: bothWords,
    unseen: (sighting) => (crossesProducts(sighting) ? notVisible(sighting) : undefined),
  }),
  crossing({ claim: 'C-027', property: 'identity', from: isAny, to: isAny, judge: oneIdentity, unseen: otherIdentity }),
  eachRow({ claim: 'C-028', property: 'identity', to: isScvmm, judge: databaseIds }),
  { claim: 'C-072', judge: sharedNames },
]

function crossesProducts({ made, view }: Sighting): boolean {
  return productOf[made.creator] !== productOf[view.interface]
}

/** C-001: the same GUID is called a snapshot on the one side and a checkpoint on the other, at the same moment. */
function bothWords(seen: SeenSighting): Answer | undefined {
  const { story, made, view, row } = seen
  const own = sameStage(story, view, productOf[made.creator])
    .map((other) => ({ view: other, row: checkpointsById(other).get(made.checkpoint) }))
    .find((other): other is { view: View; row: CheckpointView } => other.row !== undefined)
  if (!crossesProducts(seen) || own === undefined) return undefined
  const sides = [own, { view, row }].map((side) => ({
    product: productOf[side.view.interface],
    words: wordsIn(side.row),
    id: side.row.observations.id?.id ?? side.view.id,
  }))
  const rests = [made.act.id, ...sides.map(({ id }) => id)]
  const expected = { 'hyper-v': 'snapshot', scvmm: 'checkpoint' }
  if (sides.some(({ words }) => words.length === 0))
    return unjudged('unsupported', because('no-way-to-read', 'One side does not say what it calls the object.'), rests, expected)
  const actual: Json = Object.fromEntries(sides.map(({ product, words }) => [product, words]))
  const isCalled = (product: ProductId, words: readonly string[]): boolean => words.some((word) => isWordOf(product, word))
  return sides.every(({ product, words }) => isCalled(product, words)) ? met(expected, actual, rests) : unmet(expected, actual, rests)
}

/** C-027: the creator's GUID is the observer's, and VirtualSystemIdentifier is the VM's. */
function oneIdentity({ made, view, row }: SeenSighting): Answer {
  const { id, vm } = row.observations
  const rests = [made.act.id, id?.id ?? view.id]
  if (isHyperV(view.interface) && vm?.form === 'value' && vm.normalised !== view.vm) {
    return unmet(view.vm, vm.normalised, [...rests, vm.id], because('differs', `${vm.field} is not the GUID of the VM.`))
  }
  return met(made.checkpoint, row.id, rests)
}

/** Not there under its GUID: a row that nobody knows and that carries its name is the same thing under another identity. */
function otherIdentity(sighting: Sighting): Answer {
  const { story, made, view } = sighting
  const name = expectedText(story, made.checkpoint, view, 'name')
  const stranger =
    name?.kind === 'set' ? view.checkpoints.find((row) => row.observations.name?.raw === name.text && !isKnown(sighting, row)) : undefined
  if (stranger === undefined) return notVisible(sighting)
  return unmet(
    made.checkpoint,
    stranger.observations.id?.raw ?? null,
    [made.act.id, stranger.observations.id?.id ?? view.id],
    because('differs', 'Its name is shown under another GUID.'),
  )
}

function isKnown({ story, made }: Sighting, { id }: CheckpointView): boolean {
  if (id === null) return false
  return madeIn(story).has(id) || story.views.some((view) => view.stage < made.act.stage && checkpointsById(view).has(id))
}

/** C-028: ID is VMM's own and is not CheckpointID; VMId is VMM's VM and not Hyper-V's. */
function databaseIds(row: CheckpointView, view: View): Answer | undefined {
  const own = read(view, row, 'databaseId')
  if (!own.ok) return own.answer
  const { vm } = row.observations
  const vmDatabaseId = view.observations.vmDatabaseId
  const rests = [own.value.id, ...(vm?.form === 'value' ? [vm.id] : [])]
  const actual = { ID: own.value.normalised, CheckpointID: row.id, VMId: vm?.normalised ?? null }
  const expected = { ID: 'not the CheckpointID', VMId: vmDatabaseId?.normalised ?? "not Hyper-V's GUID of the VM" }
  const isOwn = own.value.normalised !== row.id
  const isVmms =
    vm?.form !== 'value' || (vm.normalised !== view.vm && (vmDatabaseId?.form !== 'value' || vm.normalised === vmDatabaseId.normalised))
  return isOwn && isVmms ? met(expected, actual, rests) : unmet(expected, actual, rests)
}

/** C-072: one name on several VMs of a server, each time another checkpoint. Says nothing where no name is shared. */
function sharedNames(story: Story): readonly Judgement[] {
  const views = vmStories(story)
    .flatMap((part) => part.views)
    .filter((view) => isScvmm(view.interface))
  const byLook = Map.groupBy(views, (view) => JSON.stringify([view.stage, view.interface, view.participant]))
  return [...byLook.values()].flatMap((look) => {
    const rows = look.flatMap((view) => view.checkpoints.map((row) => ({ view, row })))
    const byName = Map.groupBy(rows, ({ row }) => row.observations.name?.raw ?? null)
    return [...byName].flatMap(([name, sharing]) => (name === null ? [] : sharedName(name, sharing)))
  })
}

function sharedName(name: Json, sharing: readonly { readonly view: View; readonly row: CheckpointView }[]): readonly Judgement[] {
  if (new Set(sharing.map(({ view }) => view.vm)).size < 2) return []
  const ids = sharing.map(({ row }) => row.id)
  const rests = sharing.map(({ row, view }) => row.observations.name?.id ?? view.id)
  const isDistinct = new Set(ids).size === ids.length
  const finding = `${sharing.length} checkpoints of different VMs are called ${JSON.stringify(name)}.`
  const place = { creator: 'unknown', view: sharing[0]!.view, property: 'identity' } as const
  return [placed(place, isDistinct ? met('different GUIDs', ids, rests, finding) : unmet('different GUIDs', ids, rests))]
}
