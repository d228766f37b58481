import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** The root of the code that runs: the checkout, or `dist` of an installed package. */
const codeRoot = join(here, '..', '..')

/** The folder of package.json: fixtures and the register of claims lie below it. */
export const packageRoot = existsSync(join(codeRoot, 'package.json')) ? codeRoot : dirname(codeRoot)

export const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

/** Absolute paths of the suites that snapcheck itself brings, sorted. */
export function shippedSuites(): readonly string[] {
  return globSync(`*.${extension}`, { cwd: join(codeRoot, 'suites') })
    .filter((name) => !name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => join(codeRoot, 'suites', name))
}

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}
