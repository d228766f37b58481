import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SnapcheckError } from '../foundation/errors.ts'
import { packageRoot } from '../harness/places.ts'
import { oneOf } from './options.ts'

export interface CollectFlags {
  readonly output?: string
}

export const collectSides = ['host', 'vmm'] as const
type Side = (typeof collectSides)[number]

/** Prints the scripts as they are shipped, to the byte: what a change board reviews is what runs. */
export function collectScript(given: string | undefined, { output }: CollectFlags): void {
  const asked = given === undefined ? collectSides : [oneOf('collect', collectSides)(given)]
  if (output !== undefined && given === undefined) {
    throw new SnapcheckError('SNAPCHECK_USAGE', 'One file takes the script of one side.', {
      place: '--output',
      observed: 'no side',
      expected: collectSides.join(' or '),
      next: `snapcheck collect host --output ${output}`,
    })
  }
  for (const side of asked) write(side, output)
}

function write(side: Side, output: string | undefined): void {
  // Scripts lie in src also where the code runs from dist: the compiler does not copy them.
  const name = `collect-${side}.ps1`
  const script = readFileSync(join(packageRoot, 'src', 'inspection', 'scripts', name))
  if (output === undefined) process.stdout.write(script)
  else writeFileSync(output, script)
  console.error(`sha256 ${createHash('sha256').update(script).digest('hex')}  ${output ?? name}`)
}
