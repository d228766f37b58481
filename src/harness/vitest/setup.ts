import { inject, test } from 'vitest'
import type { Scenario } from '../definition.ts'
import { collectInto } from '../registry.ts'
import { resolveSelfImport } from '../self-import.ts'
import { consoleOfSuites } from '../suites/console.ts'
import { tellingsOf, type ComingTelling } from '../sources/open.ts'
import { tell, untold } from '../story/tell.ts'
import type { KeptTelling, Telling } from '../story/result.ts'
import { writeTranscript } from '../../recording/transcript/write.ts'
import { realClock } from '../../foundation/clock.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import './provided.ts'

/** Runs in each worker: every telling of a scenario that a suite file declares becomes one Vitest test. */
const provided = inject('snapcheck')

/** Milliseconds: merges of large disks take long. */
const cleanupLimit = 30 * 60_000

resolveSelfImport()
globalThis.console = consoleOfSuites
collectInto((scenario: Scenario) => {
  for (const { key, creator, open } of tellingsOf(scenario.definition, provided)) {
    test(key, async ({ task, signal, onTestFinished }) => {
      const telling = told({ scenario, key, creator, open }, signal)
      // Where Vitest gives up waiting, the story ends and is cleaned up all the same, before the worker goes on.
      onTestFinished(async () => void (await Promise.allSettled([telling])), cleanupLimit)
      task.meta.telling = kept(await telling)
    })
  }
})

/** What prevents a telling from beginning is a fault of that telling, and none of the harness. */
async function told(
  { scenario, key, creator, open }: ComingTelling & { readonly scenario: Scenario },
  signal: AbortSignal,
): Promise<Telling> {
  try {
    const source = await open()
    try {
      return await tell({ key, scenario, creator, source, seed: provided.seed, signal, onStep: (title) => say(key, title) })
    } finally {
      await source.close()
    }
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    return untold({ key, scenario, creator }, error)
  }
}

function say(key: string, title: string): void {
  if (provided.saysSteps) consoleOfSuites.error(`${new Date(realClock.now()).toISOString().slice(11, 19)}  ${key}: ${title}`)
}

function kept({ evidence, ...telling }: Telling): KeptTelling {
  const { transcripts } = provided
  return { ...telling, evidence: transcripts === null ? [] : writeTranscript(transcripts, telling.key, evidence) }
}
