import type { DiffSide, Obstacle, ObstacleCode } from '../judgement/diff/model.ts'
import { indexStories, weakestOrigin } from '../judgement/diff/side-index.ts'
import type { Inspection } from './model.ts'

/** An inspected set as one side of a diff, with everything that is wrong with its files. */
export function sideOf({ stories, jobs, coverage, begun, ended, problems, files }: Inspection): DiffSide {
  const of = (code: ObstacleCode, sentences: readonly string[]): readonly Obstacle[] => sentences.map((sentence) => ({ code, sentence }))
  return {
    vms: indexStories(stories),
    origin: weakestOrigin(stories.flatMap(({ views }) => views.map(({ origin }) => origin))),
    jobs,
    coverage,
    begun,
    ended,
    obstacles: [
      ...of(
        'unreadable-file',
        problems.map(({ path, error }) => `${path} could not be read (${error.code}).`),
      ),
      ...of(
        'incomplete-collection',
        coverage.filter(({ complete }) => !complete).map(({ place }) => `The collection of ${place} has no end, or not every part or VM.`),
      ),
      ...of(
        'placeholder-identities',
        files
          .filter(({ provenance }) => provenance?.identities === 'placeholders-per-run')
          .map(({ path }) => `In ${path} the GUIDs are placeholders of that recording alone.`),
      ),
    ],
  }
}
