import { fileURLToPath } from 'node:url'
import type { CliOptions, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node'
import { isErrorCode } from '../../foundation/error-codes.ts'
import type { CollectedScenario } from '../collect.ts'
import { extension } from '../places.ts'
import type { KeptTelling, Problem } from '../story/result.ts'
import { suitePlace } from '../suites/place.ts'
import type { Provided } from './provided.ts'

export interface RunOptions extends Provided {
  /** Everything that was collected: the files of what is told are loaded, and no others. */
  readonly scenarios: readonly CollectedScenario[]
  /** Exact keys `<scenario>/<creator>` that are to be told. */
  readonly keys: readonly string[]
  readonly workers: number
  readonly shuffle: boolean
  /** Called as each scenario ends, in the order of ending. */
  readonly onTelling: (telling: KeptTelling) => void
  readonly signal?: AbortSignal
}

export interface RunResult {
  /** Sorted by key, whatever the order of running was. */
  readonly tellings: readonly KeptTelling[]
  /** Failing Vitest tests and unhandled errors: faults of the harness, never of a product. */
  readonly faults: readonly Problem[]
}

/** Runs scenarios on Vitest's programmatic API: no configuration file of the user is read, nothing is printed. */
export async function runScenarios(options: RunOptions): Promise<RunResult> {
  const { createVitest } = await import('vitest/node')
  const { seed, creators, source, transcripts, saysSteps } = options
  const tellings: KeptTelling[] = []
  const settings: CliOptions = {
    config: false,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    setupFiles: [fileURLToPath(new URL(`./setup.${extension}`, import.meta.url))],
    reporters: [
      {
        onTestCaseResult(testCase: TestCase) {
          const { telling } = testCase.meta()
          if (telling === undefined) return
          tellings.push(telling)
          options.onTelling(telling)
        },
      },
    ],
    provide: { snapcheck: { seed, creators, source, transcripts, saysSteps } },
    testNamePattern: `^(?:${options.keys.map(escaped).join('|')})$`,
    watch: false,
    passWithNoTests: true,
    pool: 'threads',
    isolate: false,
    maxWorkers: options.workers,
    // On live endpoints every answer, job and wait has a limit of its own, and a refresher of VMM takes half an hour.
    testTimeout: source.kind === 'live' ? 0 : 120_000,
    sequence: options.shuffle ? { shuffle: true } : {},
    experimental: { viteModuleRunner: false },
  }
  const vitest = await keepingOurSignals(() => createVitest(settings, { logLevel: 'error' }))
  options.signal?.addEventListener('abort', () => void vitest.cancelCurrentRun('keyboard-input'))
  try {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
      filesOf(options).map((file) => vitest.getRootProject().createSpecification(file)),
    )
    return { tellings: tellings.toSorted(byKey), faults: faultsOf(testModules, unhandledErrors) }
  } finally {
    await closeQuietly(vitest)
  }
}

/** Named one by one: a user's own files lie anywhere, with any character in their path. */
function filesOf({ scenarios, keys }: RunOptions): readonly string[] {
  const told = new Set(keys.map((key) => key.split('/')[0]))
  const files = scenarios.filter(({ definition }) => told.has(definition.id)).map(({ suite }) => suite.path.replaceAll('\\', '/'))
  return [...new Set(files)].toSorted()
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

const byKey = (a: KeptTelling, b: KeptTelling): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Vitest's logger ends the process one millisecond after Ctrl-C, before anything could be cleaned up or written. */
async function keepingOurSignals<Value>(create: () => Promise<Value>): Promise<Value> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const ours = new Set(signals.flatMap((signal) => process.listeners(signal)))
  const created = await create()
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) if (!ours.has(listener)) process.off(signal, listener)
  }
  return created
}

async function closeQuietly(vitest: Vitest): Promise<void> {
  const before = process.exitCode
  await vitest.close()
  process.exitCode = before
}

function faultsOf(modules: readonly TestModule[], unhandled: readonly unknown[]): readonly Problem[] {
  const fault = (scenario: string, sentence: string): Problem => ({
    scenario,
    code: 'SNAPCHECK_HARNESS_FAULT',
    place: scenario,
    sentence,
    next: null,
  })
  return [
    ...modules.flatMap((module) => [
      ...module.errors().map((error) => fault(module.relativeModuleId, error.message)),
      ...[...module.children.allTests('failed')].flatMap((testCase) =>
        (testCase.result().errors ?? []).map(
          (error) => ownFault(testCase.name, error) ?? fault(testCase.name, error.stack ?? error.message),
        ),
      ),
    ]),
    ...unhandled.map(unhandledFault),
  ]
}

/** What was thrown where nobody waited for it. Vitest gives it as plain data with the test that ran. */
function unhandledFault(error: unknown): Problem {
  const { name = 'Error', message = '', VITEST_TEST_NAME: scenario = 'run' } = error as Readonly<Record<string, string | undefined>>
  const place = suitePlace(error) ?? scenario
  return {
    scenario,
    code: 'SNAPCHECK_HARNESS_FAULT',
    place,
    sentence: `Nobody awaited what failed here: ${name}: ${message} (${place})`,
    next: null,
  }
}

/** An error that we threw where a source was opened: its code says more than a stack. */
function ownFault(scenario: string, error: SerializedError): Problem | undefined {
  const code = String(error['code'])
  if (error.name !== 'SnapcheckError' || !isErrorCode(code)) return undefined
  const text = (field: string): string | null => (typeof error[field] === 'string' ? error[field] : null)
  return { scenario, code, place: text('place') ?? scenario, sentence: error.message, next: text('next') }
}
