import type { DiffSide, Obstacle, ObstacleCode } from '../judgement/diff/model.ts'
import { indexVms, lastShown } from '../judgement/diff/side-index.ts'
import type { ReadFile } from './read-file.ts'
import { readFiles } from './read-files.ts'
import { coverageOf } from './series/coverage.ts'
import { groupByServer } from './series/group.ts'
import { participantList } from './series/participants.ts'
import { viewsOf } from './series/story.ts'

/** Reads one set of files as a side of a diff, with everything that is wrong with them. Views are let go of as they are read. */
export async function inspectSide(paths: readonly string[]): Promise<DiffSide> {
  const { read, problems } = await readFiles(paths)
  const participants = participantList()
  const coverage = coverageOf(read)
  const times = read.flatMap(({ content }) => content.statedTime ?? []).toSorted()
  return {
    vms: indexVms(groupByServer(read).flatMap((files, server) => lastShown(viewsOf(server + 1, files, participants)))),
    jobs: read.flatMap(({ content }) => content.jobs),
    coverage,
    begun: times[0] ?? null,
    ended: times.at(-1) ?? null,
    obstacles: [
      ...problems.map(({ path, error }) => obstacle('unreadable-file', `${path} could not be read (${error.code}).`)),
      ...coverage
        .filter(({ complete }) => !complete)
        .map(({ place }) => obstacle('incomplete-collection', `The collection of ${place} has no end, or not every part or VM.`)),
      ...read
        .filter(hasPlaceholders)
        .map(({ file }) => obstacle('placeholder-identities', `In ${file.path} the GUIDs are placeholders of that recording alone.`)),
    ],
  }
}

function obstacle(code: ObstacleCode, sentence: string): Obstacle {
  return { code, sentence }
}

function hasPlaceholders({ file }: ReadFile): boolean {
  return file.provenance?.identities === 'placeholders-per-run'
}
