import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { isRecord } from '../../foundation/json.ts'
import { because } from '../because.ts'
import type { CheckpointView, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { chainsIn, depthOf, fileOf, filesIn, folderOf, stemOf } from '../story/disks.ts'
import { isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import { sameStage, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { metIf, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { crossing, type SeenSighting } from './builders/crossing.ts'
import { eachRow } from './builders/rows.ts'
import { perView, placed } from './builders/views.ts'

export const diskRules: readonly Rule[] = [
  coversDisks('C-004', isScvmm),
  coversDisks('C-005', isHyperV),
  perView('C-089', oneLayerEach),
  eachRow({ claim: 'C-090', property: 'disks', to: (id) => id === 'hyperv-wmi', judge: ownFiles }),
  perView('C-091', sameLocation),
]

/** C-004, C-005: every disk of the VM, none left out, each with a layer of its own since. */
function coversDisks(claim: string, from: (creator: InterfaceId) => boolean): Rule {
  return crossing({ claim, property: 'disks', from, to: isHyperV, actions: [], judge: coversAll, unseen: () => undefined })
}

/** Only where the VM has gone on from it: then the file below the one in use is what the checkpoint holds. */
function coversAll({ made, view, row }: SeenSighting): Answer | undefined {
  const chains = chainsIn(view)
  const held = filesIn(row.observations.disks)
  if (chains === undefined || held === undefined || view.observations.position?.normalised !== made.checkpoint) return undefined
  const rests = [made.act.id, row.observations.disks!.id, view.observations.diskChains!.id]
  const expected = chains.map((chain) => chain[1] ?? 'a layer below the one in use')
  return metIf(held.join('|') === expected.join('|'), expected, held, rests)
}

const differencing = /^(?<base>.+)_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.avhdx?$/u

/** C-089: one file per checkpoint that the running state stands on, named after the base, beside its parent. */
function oneLayerEach(view: View, story: VmStory): readonly Judgement[] {
  const chains = chainsIn(view)
  const depth = depthOf(view)
  const isMerging = story.acts.some(({ action, stage }) => action.startsWith('remove') && stage < view.stage)
  if (chains === undefined || depth === undefined || depth === 0 || isMerging || chains.length === 0) return []
  const expected = `${depth} differencing files per disk, named after the base and beside it`
  const isMet = chains.every((chain) => chain.length === depth + 1 && chain.slice(0, -1).every((path) => isLayerOf(path, chain.at(-1)!)))
  const rests = [view.observations.diskChains!.id, view.observations.position!.id]
  return [placed({ creator: storyCreator(story), view, property: 'disks' }, metIf(isMet, expected, chains, rests))]
}

function isLayerOf(path: string, base: string): boolean {
  return folderOf(path) === folderOf(base) && differencing.exec(fileOf(path))?.groups?.['base'] === stemOf(base)
}

/** C-090: its configuration carries its GUID, in a form of the host's generation; whether the file exists no interface tells. */
function ownFiles(row: CheckpointView, view: View): Answer | undefined {
  if (row.observations.files === undefined) return undefined
  const files = read(view, row, 'files')
  if (!files.ok) return files.answer
  const named = isRecord(files.value.raw) ? files.value.raw : {}
  const text = (name: string): string => (typeof named[name] === 'string' ? named[name] : '')
  const file = fileOf(text('ConfigurationFile'))
  const where = `${text('SnapshotDataRoot')}\\${text('ConfigurationFile')}`
  const isOwn = stemOf(file).toUpperCase() === row.id && /\.(?:vmcx|xml)$/iu.test(file)
  return metIf(isOwn && /\\Snapshots\\/iu.test(where), `Snapshots\\${row.id ?? 'GUID'}.vmcx or .xml`, where, [files.value.id])
}

/** C-091: the folder, whether or not a separator ends it. */
function sameLocation(view: View, story: VmStory): readonly Judgement[] {
  if (!isScvmm(view.interface)) return []
  const own = view.observations.checkpointLocation
  const host = sameStage(story, view, 'hyper-v').find((other) => other.observations.checkpointLocation?.form === 'value')?.observations
    .checkpointLocation
  if (own === undefined || host === undefined) return []
  const place = { creator: storyCreator(story), view, property: 'disks' } as const
  if (own.form !== 'value') {
    // Said once where disks are looked at; a recorded SPF showed no location either.
    const isAsked = (one: View): boolean =>
      sameStage(story, one, 'hyper-v').some(({ observations }) => observations.diskChains !== undefined)
    if (story.views.find((one) => one.interface === view.interface && isAsked(one)) !== view) return []
    const sentence = `${own.field} is there and holds nothing.`
    return [placed(place, unjudged('unsupported', because('no-way-to-read', sentence), [own.id, host.id], host.raw))]
  }
  const [is, was] = [own, host].map(({ normalised }) => String(normalised).replace(/\\+$/u, ''))
  return [placed(place, is === was ? metIf(true, host.raw, own.raw, [host.id, own.id]) : unmet(host.raw, own.raw, [host.id, own.id]))]
}
