import type { Story, View } from '../../judgement/observation.ts'
import { viewOf } from '../../judgement/view.ts'
import type { ShownVm } from '../content.ts'
import type { ReadFile } from '../read-file.ts'
import type { ParticipantList } from './participants.ts'
import { stagesOf, type Stage } from './stages.ts'

/** The files of one server as a story without acts; undefined where none of them shows a VM. */
export function storyOf(server: number, files: readonly ReadFile[], participants: ParticipantList): Story | undefined {
  const views = [...viewsOf(server, files, participants)]
  participants.mentioned(server, files)
  return views.length === 0 ? undefined : { scenario: `inspect.${server}`, acts: [], views }
}

/** A view at a time: of a large server, all at once take a lot of memory. */
export function* viewsOf(server: number, files: readonly ReadFile[], participants: ParticipantList): Generator<View> {
  for (const [look, stage] of stagesOf(files).entries()) yield* viewsAt(server, look, stage, participants)
}

function* viewsAt(server: number, look: number, stage: Stage, participants: ParticipantList): Generator<View> {
  const { id: participant, origin, interface: reader } = participants.answerer(server, stage.files)
  const evidence = stage.files.map(({ file }) => file.evidenceDigest)
  const title = titleOf(stage.files)
  const nameOf = distinct()
  for (const shown of stage.vms) {
    yield viewOf(
      {
        id: `${server}.${look}.${nameOf(shown)}`,
        stage: stage.number,
        title,
        interface: reader,
        participant,
        vm: shown.vm,
        settled: 'file',
        witness: shown.reading.checkpoints.length > 0,
        via: 'file',
        origin,
        evidence,
      },
      shown.reading,
    )
  }
}

function titleOf([first, ...others]: Stage['files']): string {
  return others.length === 0 ? first!.file.path : `${first!.file.path} and ${others.length} more`
}

/** The VM's GUID, with a number behind it where a file shows the same one again (a copy in the library has it too). */
function distinct(): (shown: ShownVm) => string {
  const seen = new Map<string, number>()
  return ({ vm }) => {
    const count = (seen.get(vm) ?? 0) + 1
    seen.set(vm, count)
    return count === 1 ? vm : `${vm}.${count}`
  }
}
