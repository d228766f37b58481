import type { Guid } from '../../checkpoint/guid.ts'
import { because } from '../because.ts'
import type { View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isOfBackup } from '../story/kind-of.ts'
import { isScvmm } from '../story/made.ts'
import { sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, unjudged } from './builders/answers.ts'
import { compared, type Shared } from './builders/compared.ts'
import { perVm, placed } from './builders/views.ts'

/**
 * Files of a host and of SCVMM, joined by the GUIDs of VM and checkpoint: the crossing of what is there, whoever made it.
 * Neither side was made to look again, so that where they agree the claim is met, and where not, nothing is proven.
 */
export const bothSidesRules: readonly Rule[] = [
  perVm('C-027', (story) => pairsIn(story).flatMap(listed)),
  perVm('C-029', (story) => agreeing({ property: 'name', cell: 'name' }, story).map(unproven)),
  perVm('C-042', (story) => agreeing({ property: 'parent', cell: 'parent' }, story, hasParent).map(unproven)),
  perVm('C-015', (story) => agreeing({ property: 'comment', cell: 'comment' }, story, hasComment).map(asFinding)),
  perVm('C-039', (story) => agreeing({ property: 'createdTime', cell: 'time' }, story).map(asFinding)),
]

interface Pair {
  readonly host: View
  readonly scvmm: View
}

type Wants = (id: Guid, pair: Pair) => boolean

/** A story with acts knows who made what, and has rules of its own. */
function pairsIn(story: VmStory): readonly Pair[] {
  if (story.acts.length > 0) return []
  const files = story.views.filter(({ settled }) => settled === 'file')
  return files
    .filter((view) => isScvmm(view.interface))
    .flatMap((scvmm) => sameStage({ ...story, views: files }, scvmm, 'hyper-v').map((host) => ({ host, scvmm })))
}

function agreeing(one: Shared, story: VmStory, wants: Wants = () => true): readonly Judgement[] {
  return pairsIn(story).flatMap((pair) => {
    const ids = common(pair).filter((id) => wants(id, pair))
    return compared(one, pair.host, pair.scvmm, ids, 'unknown')
  })
}

function common({ host, scvmm }: Pair): readonly Guid[] {
  return [...checkpointsById(host).keys()].filter((id) => checkpointsById(scvmm).has(id))
}

/** Roots are C-043's. */
const hasParent: Wants = (id, pair) => someSide(id, pair, 'parent', (value) => value !== null)
/** Two empty comments tell nothing. */
const hasComment: Wants = (id, pair) => someSide(id, pair, 'comment', (value) => value !== null && value !== '')

function someSide(id: Guid, { host, scvmm }: Pair, property: 'parent' | 'comment', holds: (value: unknown) => boolean): boolean {
  return [host, scvmm].some((view) => holds(checkpointsById(view).get(id)?.observations[property]?.normalised ?? null))
}

function listed(pair: Pair): readonly Judgement[] {
  const { host, scvmm } = pair
  const both = common(pair)
  const place = { creator: 'unknown', view: scvmm, property: 'identity' } as const
  const only = [
    // A backup's checkpoint is not visible from SCVMM (C-083).
    ...[...checkpointsById(host)].filter(([id, row]) => !checkpointsById(scvmm).has(id) && !isOfBackup(row)),
    ...[...checkpointsById(scvmm)].filter(([id]) => !checkpointsById(host).has(id)),
  ]
  return [
    ...(both.length === 0 ? [] : [placed(place, met(both, both, [host.id, scvmm.id]))]),
    ...only.map(([id]) =>
      placed({ ...place, checkpoint: id }, unjudged('inconclusive', because('missing', notSynchronised), [host.id, scvmm.id], id)),
    ),
  ]
}

const notSynchronised = 'Only one side shows it so, and neither was made to look again: it may have changed between the two looks.'

function unproven(judgement: Judgement): Judgement {
  return judgement.answer === 'unmet' ? { ...judgement, answer: 'inconclusive', reason: because('differs', notSynchronised) } : judgement
}

function asFinding({ cell, vm, checkpoint, answer, expected, actual, rests }: Judgement): Judgement {
  const finding = answer === 'met' ? 'The host and SCVMM show the same.' : 'The host and SCVMM show different values.'
  return { cell, vm, checkpoint, ...found(finding, expected, actual, rests) }
}
