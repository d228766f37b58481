import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A small .NET program of this repository, built once for each state of its sources. */
export interface DotnetProject {
  /** The folder with the .csproj, which has its name. */
  readonly folder: string
  readonly name: string
  /** Where builds are kept; each in a folder named after the sources. */
  readonly cache: string
}

/** The built program, which exists or not; beside it lies the same as a .dll. */
export function builtProgram({ folder, name, cache }: DotnetProject): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).toSorted()) hash.update(file).update(readFileSync(join(folder, file)))
  const program = process.platform === 'win32' ? `${name}.exe` : name
  return join(cache, hash.digest('hex').slice(0, 12), 'bin', name, 'release', program)
}

/**
 * Builds with the .NET SDK where it is not built yet; the first build fetches from NuGet exactly what packages.lock.json names.
 * Several processes may do so at once: each builds aside, and the first to end is kept.
 * @throws Error with what `dotnet` printed where it fails or is not there.
 */
export async function buildProgram(project: DotnetProject): Promise<string> {
  const program = builtProgram(project)
  if (existsSync(program)) return program
  const target = dirname(dirname(dirname(dirname(program))))
  mkdirSync(project.cache, { recursive: true })
  const aside = mkdtempSync(`${target}-`)
  try {
    await build(project.folder, aside)
    renameSync(aside, target)
  } catch (error) {
    // Somebody else was first: theirs is as good.
    if (!existsSync(program)) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return program
}

async function build(folder: string, artifacts: string): Promise<void> {
  const options = ['--configuration', 'Release', '--artifacts-path', artifacts, '--property:RestoreLockedMode=true']
  const child = spawn('dotnet', ['build', folder, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve)),
  ])
  if (code !== 0) throw new Error(`dotnet build ended with ${code}: ${said.trim().split('\n').at(0)}`)
}
