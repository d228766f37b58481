import type { Inspection } from './model.ts'
import { readFiles } from './read-files.ts'
import { groupByServer } from './series/group.ts'
import { participantList } from './series/participants.ts'
import { storyOf } from './series/story.ts'

/**
 * Reads exported and recorded files, without any connection. Files of one server become one story whose stages are in the
 * order of the times that the files state. The order of the paths changes nothing, and a path given twice counts once.
 * A file that cannot be read is a problem of its own; it rejects only for faults of snapcheck itself.
 */
export async function inspectFiles(paths: readonly string[]): Promise<Inspection> {
  const { read, problems } = await readFiles(paths)
  const participants = participantList()
  const stories = groupByServer(read).flatMap((files, server) => storyOf(server + 1, files, participants) ?? [])
  const notices = read.flatMap(({ file, content }) => content.notices.map((notice) => ({ path: file.path, ...notice })))
  return { stories, participants: participants.all, files: read.map(({ file }) => file), problems, notices }
}
