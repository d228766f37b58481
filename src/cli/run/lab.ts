import { selectKeys } from '../../harness/select.ts'
import { progress } from '../progress.ts'
import { selectionOf, tellAndReport, tellingOptions, type RunContext } from './context.ts'

/** A run on the built-in lab. @returns the exit code. */
export async function runOnLab(context: RunContext): Promise<number> {
  const { flags, scenarios } = context
  const { runScenarios } = await import('../../harness/vitest/run.ts')
  const keys = selectKeys(scenarios, selectionOf(context))
  return tellAndReport(context, async (transcripts) => {
    const shown = progress(keys.length, flags.quiet === true)
    const result = await runScenarios({
      ...tellingOptions(context),
      source: { kind: 'lab', faults: flags.labFault ?? [] },
      transcripts,
      saysSteps: false,
      keys,
      shuffle: flags.shuffle === true,
      onTelling: shown.finished,
    })
    shown.end()
    return result
  })
}
