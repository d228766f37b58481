/** `node src/protocols/powershell/codec/testing/build-host.ts`: builds what the CLIXML tests hold against the real engine. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildProgram, type DotnetProject } from '../../engine-host/project.ts'

/** The engine's own serialiser over lines of JSON. */
export const clixmlHost: DotnetProject = {
  folder: join(import.meta.dirname, 'clixml-host'),
  name: 'clixml-host',
  cache: join(import.meta.dirname, '../../../../../.cache/clixml-host'),
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildProgram(clixmlHost)
  process.stdout.write('CLIXML host built\n')
}
