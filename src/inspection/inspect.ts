import { resolve } from 'node:path'
import { isSnapcheckError } from '../foundation/errors.ts'
import type { Inspection, InspectionProblem } from './model.ts'
import { shownPath } from './paths.ts'
import { readFile, type ReadFile } from './read-file.ts'
import { groupByServer } from './series/group.ts'
import { coverageOf } from './series/coverage.ts'
import { participantList } from './series/participants.ts'
import { storyOf } from './series/story.ts'

/**
 * Reads exported and recorded files, without any connection. Files of one server become one story whose stages are in the
 * order of the times that the files state. The order of the paths changes nothing, and a path given twice counts once.
 * A file that cannot be read is a problem of its own; it rejects only for faults of snapcheck itself.
 */
export async function inspectFiles(paths: readonly string[]): Promise<Inspection> {
  const problems: InspectionProblem[] = []
  const read: ReadFile[] = []
  for (const path of [...new Set(paths.map((given) => resolve(given)))].toSorted()) {
    await new Promise(setImmediate)
    try {
      read.push(readFile(path))
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
      problems.push({ path: shownPath(path), error })
    }
  }
  const participants = participantList()
  const stories = groupByServer(read).flatMap((files, server) => storyOf(server + 1, files, participants) ?? [])
  const notices = read.flatMap(({ file, content }) => content.notices.map((notice) => ({ path: file.path, ...notice })))
  const times = read.flatMap(({ content }) => content.statedTime ?? []).toSorted()
  return {
    stories,
    participants: participants.all,
    files: read.map(({ file }) => file),
    problems,
    notices,
    jobs: read.flatMap(({ content }) => content.jobs),
    coverage: coverageOf(read),
    begun: times[0] ?? null,
    ended: times.at(-1) ?? null,
  }
  // participants: participants.all, files: read.map(({ file }) => file), problems, notices }
}
