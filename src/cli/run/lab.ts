import { selectKeys } from '../../harness/select.ts'
import { progress } from '../progress.ts'
import { creatorsOfRun, selectionOf, tellAndReport, type RunContext } from './context.ts'

/** A run on the built-in lab. @returns the exit code. */
export async function runOnLab(context: RunContext): Promise<number> {
  const { flags, settings, scenarios, signal } = context
  const { runScenarios } = await import('../../harness/vitest/run.ts')
  const keys = selectKeys(scenarios, selectionOf(context))
  return tellAndReport(context, async (transcripts) => {
    const shown = progress(keys.length, flags.quiet === true)
    const result = await runScenarios({
      seed: String(settings.seed.value),
      creators: creatorsOfRun(context),
      source: { kind: 'lab', faults: flags.labFault ?? [] },
      transcripts,
      saysSteps: false,
      scenarios,
      keys,
      workers: settings.workers.value,
      shuffle: flags.shuffle === true,
      onTelling: shown.finished,
      signal,
    })
    shown.end()
    return result
  })
}
