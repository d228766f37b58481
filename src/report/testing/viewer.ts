import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A folder of its own for one test file. */
export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'snapcheck-report-'))
}

/** Builds the page from the sources as they are now. @returns its path. */
export async function builtViewer(folder: string): Promise<string> {
  const target = join(folder, 'viewer.html')
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '..', 'html', 'build.ts'), target])
  return target
}
