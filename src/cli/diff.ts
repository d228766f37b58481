import { inspectSide } from '../inspection/side.ts'
import { diffSides } from '../judgement/diff/diff.ts'
import type { Diff } from '../judgement/diff/model.ts'
import { printDiff } from './diff-text.ts'
import { exportsIn } from './files.ts'
import { printJson } from './print.ts'

/** What is not proven is not acceptable: no evidence is 3, as everywhere where nothing could be judged. */
const exitCodes: Readonly<Record<Diff['conclusion'], number>> = { yes: 0, no: 1, 'no-evidence': 3 }

export interface DiffFlags {
  readonly json?: boolean
}

/** @param before folder or file, as `after`. @returns the exit code. */
export async function diffFolders(before: string, after: string, { json }: DiffFlags): Promise<number> {
  const diff = diffSides(await inspectSide(exportsIn(before)), await inspectSide(exportsIn(after)))
  const exitCode = exitCodes[diff.conclusion]
  if (json === true) printJson({ schema: 'snapcheck.diff/1', exitCode, ...diff })
  else printDiff(diff)
  return exitCode
}
