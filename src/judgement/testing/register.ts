import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRegister, type RegisterFile } from '../register.ts'

const folder = join(import.meta.dirname, '../../../suites/claims')

/** The register as it lies in the repository, for tests. */
export const registerFiles: readonly RegisterFile[] = globSync('*.json', { cwd: folder })
  .toSorted()
  .map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }))

export const register = parseRegister(registerFiles)
