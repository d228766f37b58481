import { spawn, type ChildProcess } from 'node:child_process'
import { startLab } from '../../lab/lab.ts'
import { moduleEnvironment } from '../../lab/powershell/environment.ts'
import { shellStart } from '../../lab/powershell/shell.ts'
import { writeModules } from '../../lab/powershell/write-modules.ts'
import { findPowerShell, type FoundPowerShell } from '../../protocols/powershell/engine-host/find.ts'

export interface ShellFlags {
  readonly seed: number
  readonly speed: number
}

/** A lab of its own with a PowerShell on it. @returns the exit code of the PowerShell. */
export async function openShell({ seed, speed }: ShellFlags): Promise<number> {
  const powershell = await findPowerShell({ say: (line) => void process.stderr.write(`${line}\n`) })
  const lab = await startLab({ seed: String(seed), clock: 'real', speed })
  const modules = writeModules()
  try {
    return await ended(start(powershell, { ...process.env, ...moduleEnvironment(await lab.powershell(), modules.path) }))
  } finally {
    modules.remove()
    await lab.close()
  }
}

/** At a terminal the PowerShell has the terminal; otherwise, and where it knows no terminal, it runs what comes on stdin. */
function start({ executable, by }: FoundPowerShell, env: NodeJS.ProcessEnv): ChildProcess {
  if (process.stdin.isTTY && by !== 'engine host')
    return spawn(executable, ['-NoLogo', '-NoProfile', '-NoExit', '-Command', shellStart()], { env, stdio: 'inherit' })
  const options = ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-']
  const child = spawn(executable, options, { env, stdio: ['pipe', 'inherit', 'inherit'] })
  child.stdin?.write(`${shellStart()}\n`)
  if (child.stdin !== null) process.stdin.pipe(child.stdin)
  return child
}

function ended(child: ChildProcess): Promise<number> {
  // Ctrl-C is the PowerShell's own: it ends what runs there.
  const ignore = (): void => undefined
  process.on('SIGINT', ignore)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 130))
  }).finally(() => {
    process.off('SIGINT', ignore)
    process.stdin.unpipe()
    process.stdin.destroy()
  })
}
