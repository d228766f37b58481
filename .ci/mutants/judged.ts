import type { InterfaceId } from '../../src/checkpoint/interface-id.ts'
import { collectScenarios } from '../../src/harness/collect.ts'
import { loadRegister } from '../../src/harness/register-files.ts'
import { labCreators } from '../../src/harness/sources/lab.ts'
import { tellingsOf, type ComingTelling } from '../../src/harness/sources/open.ts'
import { tell } from '../../src/harness/story/tell.ts'
import type { Telling } from '../../src/harness/story/result.ts'
import type { Scenario } from '../../src/harness/definition.ts'
import type { Outcome, ReasonCode } from '../../src/judgement/outcome.ts'
import { judge } from '../../src/judgement/rule.ts'
import { rules } from '../../src/judgement/rules/index.ts'
import type { Cell } from '../../src/judgement/verdict.ts'
import type { FaultId } from '../../src/lab/faults/catalogue.ts'

/** One scenario told with one creator. */
export interface ToTell {
  readonly scenario: string
  readonly creator: InterfaceId
}

/** The same on a lab with one fault, or none. */
export interface Task extends ToTell {
  readonly fault: FaultId | null
}

export interface JudgedVerdict {
  readonly id: string
  readonly claim: string
  readonly cell: Cell
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  /** The answer to an open question, which an info claim requires nothing of. */
  readonly finding: string | null
}

/** What came of a task. Plain data: it crosses threads. */
export interface Judged {
  readonly task: Task
  readonly verdicts: readonly JudgedVerdict[]
  /** Codes of what the harness itself ran into. */
  readonly problems: readonly string[]
}

/** The seed of the default run, so that what is found here is found there again. */
const seed = '1'

/** What the suites hold, those of the full profile too. Plain data: it crosses threads. */
export interface Suites {
  /** Sorted by scenario. */
  readonly tellings: readonly ToTell[]
  /** The claims that a scenario sets out to test, by its id. */
  readonly claims: ReadonlyMap<string, readonly string[]>
  /** Scenarios of the full profile, which take long. */
  readonly long: ReadonlySet<string>
}

export interface StoryJudge {
  readonly suites: Suites
  /** Tells a scenario and judges it by the one set of rules, in this thread and without Vitest. */
  judged(task: Task): Promise<Judged>
}

/** Reads suites, register and rules; once in each thread, because a suite declares its scenarios when it is first read. */
export async function storyJudge(): Promise<StoryJudge> {
  const register = loadRegister()
  const scenarios = await collectScenarios()
  return {
    suites: {
      tellings: scenarios.flatMap((scenario) =>
        onLab(scenario, null).map(({ creator }) => ({ scenario: scenario.definition.id, creator })),
      ),
      claims: new Map(scenarios.map(({ definition: { id, claims } }) => [id, claims])),
      long: new Set(scenarios.filter(({ definition }) => definition.profile === 'full').map(({ definition }) => definition.id)),
    },
    async judged(task) {
      const scenario = scenarios.find(({ definition }) => definition.id === task.scenario)!
      const { story, problems } = await told(
        scenario,
        onLab(scenario, task.fault).find(({ creator }) => creator === task.creator)!,
      )
      const verdicts = judge(story, rules, register.claims).map(({ id, claim, cell, outcome, reason, finding = null }) => ({
        id,
        claim,
        cell,
        outcome,
        reason: reason?.code ?? null,
        finding,
      }))
      return { task, verdicts, problems: problems.map(({ code }) => code) }
    },
  }
}

function onLab({ definition }: Scenario, fault: FaultId | null): readonly ComingTelling[] {
  return tellingsOf(definition, { seed, creators: labCreators, source: { kind: 'lab', faults: fault === null ? [] : [fault] } })
}

async function told(scenario: Scenario, { key, creator, open }: ComingTelling): Promise<Telling> {
  const source = await open()
  try {
    return await tell({ key, scenario, creator, source, seed })
  } finally {
    await source.close()
  }
}
