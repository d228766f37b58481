import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const project = join(import.meta.dirname, 'clixml-host')
const root = join(import.meta.dirname, '../../../../..')

/** Where the host is, or would be: below a name made from its sources, so that a change of them builds it anew. */
export function hostAssembly(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(project).toSorted()) hash.update(name).update(readFileSync(join(project, name)))
  return join(root, '.cache/clixml-host', hash.digest('hex').slice(0, 12), 'bin/clixml-host/release/clixml-host.dll')
}

/**
 * Builds the host once with the .NET 10 SDK; the first build fetches the PowerShell engine from NuGet, in exactly the
 * versions of packages.lock.json.
 * @throws what `dotnet` printed where it fails or is not there.
 */
export function buildHost(): string {
  const assembly = hostAssembly()
  if (existsSync(assembly)) return assembly
  const artifacts = join(assembly, '../../../..')
  execFileSync(
    'dotnet',
    ['build', project, '--configuration', 'Release', '--artifacts-path', artifacts, '--property:RestoreLockedMode=true'],
    { encoding: 'utf8', stdio: 'pipe' },
  )
  return assembly
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(relative(process.cwd(), buildHost()))
