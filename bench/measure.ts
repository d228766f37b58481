import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Measures, Variant } from './benchmark.ts'
import { watchTree } from './memory.ts'

const root = join(import.meta.dirname, '..')
const mebibyte = 1024 * 1024

/** Runs a variant once in a process of its own. @throws where it does not end with 0, with what it said on stderr. */
export async function measureOnce({ args, label, reports }: Variant): Promise<Measures> {
  const began = process.hrtime.bigint()
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CI: 'true' } })
  const memory = watchTree(child.pid!)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  const wall = Number(process.hrtime.bigint() - began) / 1e6
  const peak = memory.stop()
  if (code !== 0) throw new Error(`${label}: node ${args.join(' ')} ended with ${code}\n${stderr}`)
  return {
    wall: { value: wall, unit: 'ms' },
    ...(peak === undefined
      ? {}
      : {
          'peak RSS, whole tree': { value: peak.tree / mebibyte, unit: 'MiB' },
          'peak RSS, largest process': { value: peak.largest / mebibyte, unit: 'MiB' },
        }),
    ...(reports === true ? (JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Measures) : {}),
  }
}
