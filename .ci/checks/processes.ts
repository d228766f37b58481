import { spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export function scratchFolder(prefix: string): Promise<string> {
  return mkdtemp(join(tmpdir(), prefix))
}

/** Runs this Node and gives what it printed. @throws where it does not end with 0, with all that it said. */
export function node(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status} in ${cwd}:\n${stdout}${stderr}`)
  return stdout
}

/** The npm that runs this script; `npm run` says where it is, which spares a shell on Windows. */
export function npm(args: readonly string[], cwd: string): string {
  const script = process.env['npm_execpath']
  if (script === undefined) throw new Error('Run this through npm, e.g. npm run pack:check.')
  return node([script, ...args], cwd)
}
