import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { buildProgram } from '../../engine-host/project.ts'
import { clixmlHost } from './build-host.ts'
import type { Description } from './description.ts'

/** The serialiser of the real PowerShell engine, in a process of its own. */
export interface SerialiserHost {
  /** The engine's assembly version. */
  readonly engine: string
  /** What `[PSSerializer]::Serialize(value, depth)` gives. @throws with the engine's words where it refuses the value. */
  serialise(description: Description, depth?: number): Promise<string>
  /** What the engine serialises of a document that it has read, streams included. @throws where it cannot read it. */
  again(clixml: string, depth?: number): Promise<string>
  close(): Promise<void>
}

/** The offset that local times have in the host's process: POSIX writes zones with the sign turned round. */
export const localZone = { environment: 'Etc/GMT+7', offset: '-07:00' } as const

export async function startHost(): Promise<SerialiserHost> {
  const environment = { ...process.env, TZ: localZone.environment }
  const child = spawn(await buildProgram(clixmlHost), { stdio: ['pipe', 'pipe', 'inherit'], env: environment })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error('the serialiser host ended')
    return JSON.parse(value)
  }
  const { engine } = (await answer()) as { readonly engine: string }
  const ask = async (request: object): Promise<string> => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const text = await answer()
    if (typeof text !== 'string') throw new Error(JSON.stringify(text))
    return text
  }
  return {
    engine,
    serialise: (value, depth = 10) => ask({ depth, value }),
    again: (clixml, depth = 50) => ask({ depth, clixml }),
    async close() {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
