import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SnapcheckError } from '../foundation/errors.ts'
import { inspectFiles } from '../inspection/inspect.ts'
import { sideOf } from '../inspection/side.ts'
import { diffSides } from '../judgement/diff/diff.ts'
import type { Diff, DiffSide } from '../judgement/diff/model.ts'
import { printDiff } from './diff-text.ts'
import { printJson } from './print.ts'

/** What is not proven is not acceptable: no evidence is 3, as everywhere where nothing could be judged. */
const exitCodes: Readonly<Record<Diff['conclusion'], number>> = { yes: 0, no: 1, 'no-evidence': 3 }

export interface DiffFlags {
  readonly json?: boolean
}

/** @param before folder or file, as `after`. @returns the exit code. */
export async function diffFolders(before: string, after: string, { json }: DiffFlags): Promise<number> {
  const diff = diffSides(await sideIn(before), await sideIn(after))
  const exitCode = exitCodes[diff.conclusion]
  if (json === true) printJson({ schema: 'snapcheck.diff/1', exitCode, ...diff })
  else printDiff(diff)
  return exitCode
}

async function sideIn(place: string): Promise<DiffSide> {
  return sideOf(await inspectFiles(filesIn(place)))
}

function filesIn(place: string): readonly string[] {
  if (!existsSync(place) || !statSync(place).isDirectory()) return [place]
  const files = globSync('**/*.{xml,json}', { cwd: place, exclude: (name) => name.endsWith('provenance.json') })
  if (files.length > 0) return files.toSorted().map((file) => join(place, file))
  throw new SnapcheckError('SNAPCHECK_EMPTY_SELECTION', `${place} holds no file to compare.`, {
    place,
    observed: 'no .xml and no .json',
    expected: 'the files of snapcheck collect, or exports',
    next: 'snapcheck collect --help',
  })
}
