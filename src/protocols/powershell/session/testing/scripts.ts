import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { CliXmlValue } from '../../codec/value.ts'
import type { Script } from '../script.ts'
import type { Call, Session } from '../session.ts'
import type { CallResult } from '../result.ts'

const root = join(import.meta.dirname, '../../../../..')
const folder = mkdtempSync(join(tmpdir(), 'snapcheck-scripts-'))

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A file with this text, as if it were shipped. */
export function scriptOf(text: string): Script {
  const file = join(folder, `${sha256(text).slice(0, 16)}.ps1`)
  writeFileSync(file, text)
  return { path: relative(root, file).replaceAll('\\', '/'), sha256: sha256(text) }
}

export function run(session: Session, text: string, rest: Omit<Call, 'script'> = {}): Promise<CallResult> {
  return session.call({ script: scriptOf(text), ...rest })
}

/** What the script put out, as JavaScript values where they are plain. */
export function plain({ output }: CallResult): readonly unknown[] {
  return output.map((value: CliXmlValue) => ('value' in value ? value.value : value))
}

export async function processOf(session: Session): Promise<number> {
  return Number(plain(await run(session, '$PID'))[0])
}

/** Bytes after a collection: the heap, and the buffers outside of it, which is where answers are held. */
export function memoryInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // The first finds the buffers, the second frees them.
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
