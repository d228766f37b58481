/** `npm run pack:check`: packs the tarball, looks at what is in it, and uses it as somebody who has nothing else would. */
import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { npm, node, root, scratchFolder } from './processes.ts'
import { contentOffences } from './tarball-content.ts'

interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

const consumerFiles = join(import.meta.dirname, 'consumer')
const consumerOptions = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024', '--types', '']

const scratch = await scratchFolder('snapcheck-pack-')
try {
  const tarball = await pack()
  await inEmptyFolder(tarball)
  await besideAnotherVitest(tarball)
} finally {
  await rm(scratch, { recursive: true, force: true })
}

async function pack(): Promise<string> {
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--foreground-scripts=false', '--pack-destination', scratch], root),
  ) as readonly Packed[]
  const paths = packed!.files.map(({ path }) => path)
  console.log(`${packed!.filename}: ${paths.length} files, ${packed!.size} bytes packed, ${packed!.unpackedSize} unpacked`)
  refuse('content of the tarball', contentOffences(paths))

  const file = join(scratch, packed!.filename)
  const { buffer } = new Uint8Array(await readFile(file))
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
  refuse(
    'publint',
    messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code),
  )
  return file
}

/** The packed snapcheck gives the same report as the checkout, and its types reach a consumer. */
async function inEmptyFolder(tarball: string): Promise<void> {
  const folder = await consumer('empty', {})
  npm(['install', '--no-audit', '--no-fund', tarball], folder)
  const installed = await installedReport(folder)
  const checkout = await reportOf('checkout', (output) => node(['src/cli/snapcheck.js', ...runWithSeed(output)], root))
  refuse(
    'packed snapcheck and checkout',
    isDeepStrictEqual(installed, checkout) ? [] : ['their report.json differ beyond wallTime, with the same seed'],
  )

  for (const file of ['types.ts', 'own.ts']) await cp(join(consumerFiles, file), join(folder, file))
  node([join(root, 'node_modules/typescript/bin/tsc'), ...consumerOptions, 'types.ts', 'own.ts'], folder)
  console.log('types: a consumer compiles, and a wrong call does not')
}

/** A user's own Vitest of another major must neither be run by snapcheck nor be in its way, and their own suites run beside it. */
async function besideAnotherVitest(tarball: string): Promise<void> {
  const folder = await consumer('beside', { vitest: '^3.2.4' })
  npm(['install', '--no-audit', '--no-fund', tarball], folder)
  const { version } = JSON.parse(await readFile(join(folder, 'node_modules/vitest/package.json'), 'utf8')) as { version: string }
  refuse('the Vitest of the consumer', version.startsWith('3.') ? [] : [`it is ${version}`])
  await cp(join(consumerFiles, 'own.ts'), join(folder, 'checks', 'own.ts'), { recursive: true })
  const { scenarios, verdicts } = await installedReport(folder, 'consumer', 'visibility.one', '--suites', 'checks/*.ts')
  const told = scenarios.map(({ id, suite }) => `${id} of ${suite}`)
  const expected = ['consumer.first', 'visibility.one'].flatMap((id) =>
    ['hyperv-wmi', 'scvmm-spf'].map((creator) => `${id}/${creator} of ${id === 'consumer.first' ? 'checks/own.ts' : 'visibility'}`),
  )
  const judged = verdicts.filter(({ scenario, outcome }) => scenario.startsWith('consumer.first/') && outcome === 'conforms')
  refuse("the consumer's own suite", [
    ...(isDeepStrictEqual(told, expected) ? [] : [`told ${told.join(', ')}`]),
    ...(judged.some(({ claim }) => claim === 'C-010') ? [] : ['C-010 was not judged by it']),
  ])
}

async function consumer(name: string, devDependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(scratch, name)
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', private: true, type: 'module', devDependencies }))
  return folder
}

function installedReport(folder: string, ...args: readonly string[]): Promise<JudgedReport> {
  return reportOf(basename(folder), (output) => npm(['exec', '--no', '--', 'snapcheck', ...runWithSeed(output), ...args], folder))
}

function runWithSeed(output: string): readonly string[] {
  return ['run', '--seed', '1', '--output', output]
}

/** As far as the checks look into it. */
interface JudgedReport {
  readonly scenarios: readonly { readonly id: string; readonly suite: string }[]
  readonly verdicts: readonly { readonly scenario: string; readonly claim: string; readonly outcome: string }[]
}

/** Gives report.json without what may differ from run to run. */
async function reportOf(who: string, run: (output: string) => void): Promise<JudgedReport> {
  const output = join(scratch, 'reports', who)
  run(output)
  for (const file of ['report.html', 'junit.xml', 'summary.md']) await access(join(output, file))
  const { wallTime, ...report } = JSON.parse(await readFile(join(output, 'report.json'), 'utf8')) as JudgedReport & {
    readonly wallTime?: unknown
  }
  refuse(`run (${who})`, wallTime === undefined ? ['report.json has no wallTime'] : [])
  return report
}

function refuse(what: string, offences: readonly string[]): void {
  if (offences.length > 0) throw new Error(`${what}:\n  ${offences.join('\n  ')}`)
  console.log(`${what}: nothing to object to`)
}
