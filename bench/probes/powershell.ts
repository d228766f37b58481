/**
 * One call of a script: in a session that is open or, with `--process-per-call`, in a PowerShell that is started for it and
 * does nothing else. Prints measures as JSON.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { findPowerShell } from '../../src/protocols/powershell/engine-host/find.ts'
import { openSession } from '../../src/protocols/powershell/session/session.ts'
import { median } from '../statistics.ts'

const { values } = parseArgs({ options: { 'process-per-call': { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '../..')
/** Ten objects: about as much as the checkpoints of a VM. */
const script = 'param($Name) foreach ($n in 1..10) { [pscustomobject]@{ Name = "$Name $n"; Number = $n; Id = [guid]::Empty } }'

const { executable } = await findPowerShell({ say: (line) => console.error(line) })
const time = values['process-per-call'] ? await processPerCall() : await openSessionCalls()
console.log(JSON.stringify({ 'one call, median': { value: time, unit: 'ms' } }))

async function openSessionCalls(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'snapcheck-bench-powershell-'))
  try {
    const file = join(folder, 'probe.ps1')
    writeFileSync(file, script)
    const probe = { path: relative(root, file), sha256: createHash('sha256').update(script).digest('hex') }
    await using session = await openSession({ executable })
    return await medianTime(30, 300, async () => {
      const { output } = await session.call({ script: probe, parameters: { Name: 'vm' } })
      if (output.length !== 10) throw new Error(`${output.length} objects instead of 10: there is nothing to measure.`)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function processPerCall(): Promise<number> {
  return medianTime(2, 15, async () => {
    const child = spawn(executable, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.end(`[System.Management.Automation.PSSerializer]::Serialize(@(& { ${script} } 'vm'), 3)\nexit\n`)
    const [answer] = await Promise.all([text(child.stdout), once(child, 'exit')])
    if (!answer.includes('vm 10')) throw new Error('No answer: there is nothing to measure.')
  })
}

async function medianTime(warmUp: number, repetitions: number, call: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < warmUp + repetitions; turn++) {
    const began = performance.now()
    await call()
    times.push(performance.now() - began)
  }
  return median(times.slice(warmUp))
}
