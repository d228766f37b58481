import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRegister, type Register } from '../judgement/register.ts'
import { packageRoot } from './places.ts'

/** Reads the register of claims that the package carries. */
export function loadRegister(): Register {
  const folder = join(packageRoot, 'suites', 'claims')
  const names = globSync('*.json', { cwd: folder }).toSorted()
  return parseRegister(names.map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown })))
}
