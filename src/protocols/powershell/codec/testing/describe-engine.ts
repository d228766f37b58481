import { afterAll, beforeAll } from 'vitest'
import { describeWith } from '../../../../foundation/testing/stand-aside.ts'
import { buildProgram } from '../../engine-host/project.ts'
import { clixmlHost } from './build-host.ts'
import { startHost, type SerialiserHost } from './host.ts'

const missing = await buildProgram(clixmlHost).then(
  () => undefined,
  (error: unknown) => `the real PowerShell serialiser could not be built (it needs the .NET 10 SDK and NuGet): ${String(error)}`,
)

/** Tests that ask the serialiser of the real engine. */
export function describeEngine(title: string, body: (engine: () => SerialiserHost) => void): void {
  describeWith('powershell', missing, title, () => {
    let host: SerialiserHost
    beforeAll(async () => void (host = await startHost()))
    afterAll(() => host.close())
    body(() => host)
  })
}
