import type { CheckpointInterface } from '../../../interfaces/port.ts'
import { rules } from '../../../judgement/rules/index.ts'
import { judge } from '../../../judgement/rule.ts'
import type { Verdict } from '../../../judgement/verdict.ts'
import type { ScenarioBody, Scenario } from '../../definition.ts'
import { loadRegister } from '../../register-files.ts'
import { openLabSource } from '../../sources/lab.ts'
import type { Source } from '../../sources/source.ts'
import type { Telling } from '../result.ts'
import { tell } from '../tell.ts'

export interface Setup {
  readonly creator?: 'hyperv-wmi' | 'scvmm-spf'
  readonly vm?: 'running' | 'off-with-checkpoint'
  readonly signal?: AbortSignal
  /** Changes what the story works through. */
  readonly through?: (one: CheckpointInterface) => CheckpointInterface
}

/** Tells a story on a real lab; `stranger` is somebody else's session on the host of the same world. */
export async function told(
  body: (story: Parameters<ScenarioBody>[0], stranger: CheckpointInterface, source: Source) => Promise<void>,
  setup: Setup = {},
): Promise<{ telling: Telling; verdicts: readonly Verdict[] }> {
  const { creator = 'hyperv-wmi', vm = 'running', signal, through = (one) => one } = setup
  const source = await openLabSource({ seed: 'own', key: `own/${creator}`, faults: [], vm })
  const [stranger] = source.open()
  const scenario: Scenario = {
    definition: { id: 'own', title: 'own', claims: [], needs: ['create'], safety: 'writes', radius: 'vm', profile: 'core', vm },
    body: (story) => body(story, stranger!, source),
  }
  try {
    const watched: Source = { ...source, open: () => source.open().map(through) }
    const telling = await tell({ key: `own/${creator}`, scenario, creator, source: watched, seed: 'own', ...(signal && { signal }) })
    return { telling, verdicts: judge(telling.story, rules, loadRegister().claims) }
  } finally {
    await source.close()
  }
}
