import { join } from 'node:path'
import type { Benchmark } from './benchmark.ts'

const snapcheck = 'src/cli/snapcheck.js'

/** @param scratch a folder of this measurement, removed at its end. */
export function benchmarks(scratch: string): readonly Benchmark[] {
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
  ]
}
