import { join } from 'node:path'
import { generateInventory } from '../src/inspection/generate.ts'
import type { Benchmark, Variant } from './benchmark.ts'

const snapcheck = 'src/cli/snapcheck.js'

const sizes = { small: 10_000, large: 100_000 } as const

/** @param scratch a folder of this measurement, removed at its end. */
export function benchmarks(scratch: string): readonly Benchmark[] {
  const inventory = (size: keyof typeof sizes): string => join(scratch, `${size}.clixml`)
  const prepareInventories = async (): Promise<void> => {
    for (const [size, checkpoints] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
      generateInventory(inventory(size), { format: 'clixml', checkpoints })
    }
  }
  const overInventories = (variant: (file: string) => Omit<Variant, 'label'>): Pick<Benchmark, 'small' | 'large' | 'prepare'> => ({
    small: { label: `${sizes.small} checkpoints`, ...variant(inventory('small')) },
    large: { label: `${sizes.large} checkpoints`, ...variant(inventory('large')) },
    prepare: prepareInventories,
  })
  return [
    {
      name: 'default-run',
      title: 'the whole default run on the built-in lab, against start-up alone',
      small: { label: '`snapcheck list`', args: [snapcheck, 'list'] },
      large: { label: '`snapcheck run`', args: [snapcheck, 'run', '--output', join(scratch, 'run')] },
      promise: 'under 10 s and 400 MB on two cores',
    },
    {
      name: 'ws-man',
      title: 'round trips of the WS-Management client to the lab over loopback, one VM',
      small: { label: '5 checkpoints', args: ['bench/probes/ws-man.ts', '--checkpoints', '5'], reports: true },
      large: { label: '50 checkpoints', args: ['bench/probes/ws-man.ts', '--checkpoints', '50'], reports: true },
    },
    {
      name: 'powershell',
      title: 'one PowerShell call in an open session, against a process for each call',
      small: { label: 'an open session', args: ['bench/probes/powershell.ts'], reports: true },
      large: { label: 'a process for each call', args: ['bench/probes/powershell.ts', '--process-per-call'], reports: true },
      promise: 'the median call is at least 40 times faster (the ratio)',
    },
    {
      name: 'inspection',
      title: 'a generated SCVMM inventory (CLIXML) read and judged, no report written',
      ...overInventories((file) => ({ args: ['bench/probes/inspection.ts', file], reports: true })),
    },
    {
      name: 'clixml',
      title: 'the same inventory through the bare XML parser and through the CLIXML reader, in memory',
      small: { label: 'saxes with empty handlers', args: ['bench/probes/clixml.ts', 'bare', inventory('small')], reports: true },
      large: { label: 'CLIXML reader', args: ['bench/probes/clixml.ts', 'reader', inventory('small')], reports: true },
      prepare: prepareInventories,
      promise: 'at least half the speed of the bare parser: a ratio of reading of at most 2',
    },
    {
      name: 'inspect-command',
      title: '`snapcheck inspect` of the same inventory, reports written',
      ...overInventories((file) => ({ args: [snapcheck, 'inspect', file, '--output', join(scratch, 'inspected')] })),
    },
    {
      name: 'report',
      title: 'a generated report written in all its forms and opened in Chromium',
      small: { label: `${sizes.small} verdicts`, args: ['bench/probes/report.ts', '--verdicts', String(sizes.small)], reports: true },
      large: { label: `${sizes.large} verdicts`, args: ['bench/probes/report.ts', '--verdicts', String(sizes.large)], reports: true },
      promise: '100,000 verdicts open in under 2 s',
    },
  ]
}
