/**
 * `npm run bench -- [name…] [--repeat N] [--write]`: measures, never judges. Each benchmark has a small and a large variant;
 * they run in turns, in processes of their own, and the medians are printed with their ratio.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Benchmark, Measures } from './benchmark.ts'
import { benchmarks } from './benchmarks.ts'
import { measureOnce } from './measure.ts'
import { compare, type Row } from './compare.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { repeat: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } },
})
const repeat = Number(values.repeat)
if (!Number.isInteger(repeat) || repeat < 1) throw new Error(`--repeat takes a whole number from 1 on, not "${values.repeat}".`)

const scratch = await mkdtemp(join(tmpdir(), 'snapcheck-bench-'))
try {
  const known = benchmarks(scratch)
  const unknown = positionals.filter((name) => known.every((benchmark) => benchmark.name !== name))
  if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}; there are ${known.map(({ name }) => name).join(', ')}.`)
  for (const benchmark of known) {
    if (positionals.length === 0 || positionals.includes(benchmark.name)) await report(benchmark)
  }
} finally {
  await rm(scratch, { recursive: true, force: true })
}

async function report(benchmark: Benchmark): Promise<void> {
  await benchmark.prepare?.()
  const small: Measures[] = []
  const large: Measures[] = []
  for (let turn = 0; turn < repeat; turn++) {
    small.push(await measureOnce(benchmark.small))
    large.push(await measureOnce(benchmark.large))
  }
  const rows = compare(small, large)
  print(benchmark, rows)
  if (values.write) await store(benchmark, rows)
}

function print({ name, title, small, large, promise }: Benchmark, rows: readonly Row[]): void {
  console.log(`\n${name}: ${title}`)
  console.log(`  small: ${small.label}; large: ${large.label}; medians of ${repeat}, run in turns`)
  console.table(
    Object.fromEntries(
      rows.map(({ measure, unit, ...row }) => [
        `${measure} (${unit})`,
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value.toPrecision(4))])),
      ]),
    ),
  )
  if (promise !== undefined) console.log(`  promised: ${promise}`)
}

async function store({ name, title, small, large }: Benchmark, rows: readonly Row[]): Promise<void> {
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const machine = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    parallelism: availableParallelism(),
    memoryMiB: Math.round(totalmem() / 1024 / 1024),
  }
  const result = { name, title, measuredAt: new Date().toISOString(), repeat, machine, small: small.label, large: large.label, rows }
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`)
}
