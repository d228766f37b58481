import type { FaultId } from '../../lab/faults/catalogue.ts'
import { startLab } from '../../lab/lab.ts'
import { moduleEnvironment } from '../../lab/powershell/environment.ts'
import { writeModules } from '../../lab/powershell/write-modules.ts'
import { print } from '../print.ts'

export interface ServeFlags {
  readonly seed: number
  readonly labFault?: readonly FaultId[]
  readonly wsmanPort: number
  readonly spfPort: number
  readonly powershellModules?: boolean
  readonly speed: number
}

/** The line that says that a lab is ready; `lab env` reads it. */
export interface ReadyLine {
  /** What a PowerShell needs to find the lab's modules; only where they were written. */
  readonly environment?: Readonly<Record<string, string>>
}

export async function serve(flags: ServeFlags): Promise<void> {
  const lab = await startLab({
    seed: String(flags.seed),
    clock: 'real',
    faults: new Set(flags.labFault),
    ports: { wsman: flags.wsmanPort, spf: flags.spfPort },
    speed: flags.speed,
  })
  const modules = flags.powershellModules === true ? writeModules() : undefined
  const stopped = stopSignal()
  const ready: ReadyLine = modules === undefined ? {} : { environment: moduleEnvironment(await lab.powershell(), modules.path) }
  print(JSON.stringify({ lab: 'snapcheck lab (simulator)', endpoints: lab.endpoints, vms: lab.vms, ...ready }))
  await stopped
  modules?.remove()
  await lab.close()
}

/** Registered before the ready line is printed: whoever waits for it may stop the lab at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
