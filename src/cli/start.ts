import { join } from 'node:path'
import { main } from './main.ts'
import { print } from './print.ts'

/**
 * `npm start`: the main job on the built-in lab, then the recordings that the repository carries, each its own report.
 * Its exit code is that of the run, or 1 where a recording violates a claim.
 */
const args = process.argv.slice(2)
const output = args[args.indexOf('--output') + 1]
const folder = args.includes('--output') && output !== undefined ? output : join('reports', 'start')

const ran = await main(['run', ...args, ...(args.includes('--output') ? [] : ['--output', folder])])
if (ran === 0 || ran === 1 || ran === 3) {
  print('')
  const inspected = await main(['inspect', '--carried', '--output', join(folder, 'recordings')])
  process.exitCode = ran === 0 ? inspected : ran
} else {
  process.exitCode = ran
}
