import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SnapcheckError } from '../../../foundation/errors.ts'
import { buildProgram, builtProgram, type DotnetProject } from './project.ts'

/** The source of the host for machines without PowerShell; a published package does not carry it. */
const engineHost: DotnetProject = {
  folder: join(import.meta.dirname, 'project'),
  name: 'engine-host',
  cache: join(import.meta.dirname, '../../../../.cache/engine-host'),
}

export interface FoundPowerShell {
  readonly executable: string
  readonly by: 'NODE_POWERSHELL' | 'pwsh' | 'powershell.exe' | 'engine host'
}

export interface Search {
  readonly environment?: NodeJS.ProcessEnv
  readonly host?: DotnetProject
  /** Takes one line of progress where something is built. */
  readonly say?: (line: string) => void
}

/**
 * In this order: the program that NODE_POWERSHELL names, which node-powershell itself puts above everything; `pwsh` and
 * `powershell.exe` on the PATH; the engine host, which is built where the .NET SDK is.
 * @throws SNAPCHECK_POWERSHELL_MISSING with what to install.
 */
export async function findPowerShell({ environment = process.env, host = engineHost, say }: Search = {}): Promise<FoundPowerShell> {
  const named = environment['NODE_POWERSHELL']
  if (named !== undefined && named !== '') return { executable: named, by: 'NODE_POWERSHELL' }
  for (const by of ['pwsh', 'powershell.exe'] as const) {
    const executable = onPath(by, environment['PATH'] ?? '')
    if (executable !== undefined) return { executable, by }
  }
  if (!existsSync(host.folder)) throw missing()
  try {
    if (!existsSync(builtProgram(host))) say?.('Building the PowerShell engine host (once, about 15 s) …')
    return { executable: await buildProgram(host), by: 'engine host' }
  } catch (cause) {
    throw missing(cause)
  }
}

function onPath(name: string, path: string): string | undefined {
  const names = process.platform === 'win32' && !name.endsWith('.exe') ? [`${name}.exe`] : [name]
  const candidates = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((file) => join(folder, file)))
  return candidates.find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function missing(cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_MISSING', 'There is no PowerShell on this machine.', {
    ...(cause instanceof Error ? { observed: cause.message.slice(0, 500) } : {}),
    expected: 'NODE_POWERSHELL, or pwsh or powershell.exe on the PATH',
    next: 'Install PowerShell 7 (https://aka.ms/powershell); in a clone, the .NET 10 SDK is enough.',
    cause,
  })
}
