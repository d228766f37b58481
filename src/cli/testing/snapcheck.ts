import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Writable } from 'node:stream'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../report/model/report.ts'

const bin = fileURLToPath(new URL('../snapcheck.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Options {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Sends a signal once something matches in what it prints. */
  readonly interruptAt?: RegExp
  /** SIGINT, as Ctrl-C does, where it is left out. */
  readonly signal?: NodeJS.Signals
  /** What file descriptor 3 gives. */
  readonly descriptor?: string
  /** What is typed. */
  readonly input?: string
}

/** Runs the real command line in a process of its own. */
export function snapcheck(args: readonly string[], options: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', ...options.env }
    delete (env as Record<string, string | undefined>)['FORCE_COLOR']
    const third = options.descriptor === undefined ? 'ignore' : 'pipe'
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe', third],
    }) as ChildProcessWithoutNullStreams
    child.stdin.end(options.input ?? '')
    const descriptor = child.stdio[3]
    if (descriptor instanceof Writable) descriptor.end(options.descriptor)
    let stdout = ''
    let stderr = ''
    let interrupted = false
    const interrupt = (): void => {
      if (interrupted || options.interruptAt?.test(stdout + stderr) !== true) return
      interrupted = true
      child.kill(options.signal ?? 'SIGINT')
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      interrupt()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      interrupt()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snapcheck-test-'))
}

export function reportIn(folder: string): Report {
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report
}

/** The report as text without its wall-clock part: equal for equal runs, to the byte. */
export function withoutWallTime(folder: string): string {
  const { wallTime: _wallTime, ...rest } = reportIn(folder)
  return JSON.stringify(rest)
}
