import { Command } from 'commander'
import { explanations, kindsOfTopics, type Explanation } from '../explanations.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { nearest } from '../../foundation/nearest.ts'
import { asGiven, each, suitesHelp } from '../options.ts'
import { print, printJson, printTable } from '../print.ts'
import type { ExitState } from '../exit-state.ts'
import { configured, suiteGlobs } from '../settings.ts'

interface ExplainFlags {
  readonly config?: string
  readonly suites?: readonly string[]
  readonly json?: boolean
}

export function explainCommand(_state: ExitState): Command {
  return new Command('explain')
    .description('One claim, scenario, outcome, reason, lab fault, normalisation rule or error code in full.')
    .argument('[topic]', 'such as C-012, comment.kept, inconclusive, comment-truncated, N-root-is-vm, SNAPCHECK_UNREACHABLE')
    .option('-c, --config <file>', 'the configuration (default: snapcheck.config.ts or .yaml, here or in a folder above)')
    .option('--suites <glob>', suitesHelp, each(asGiven))
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples:\n  snapcheck explain C-015\n  snapcheck explain inconclusive')
    .action(async (topic: string | undefined, { json, suites, config }: ExplainFlags) => {
      const all = await explanations(isScenarioId(topic) ? suiteGlobs(await configured({ suites }, config)) : undefined)
      if (topic === undefined) return printTable([['KIND', 'HOW MANY', 'SUCH AS'], ...kindsOfTopics(all)])
      const found = all.get(topic.toLowerCase())
      if (found === undefined) throw unknownTopic(topic, all)
      if (json === true) printJson(found)
      else printExplanation(found)
    })
}

/** Ids of scenarios alone have dots. An error code is explained also where a configuration or a suite is what is wrong. */
function isScenarioId(topic: string | undefined): boolean {
  return topic?.includes('.') === true
}

function printExplanation({ topic, kind, title, facts }: Explanation): void {
  print(`${topic}  (${kind})`)
  print(title)
  for (const [label, text] of facts) print(`\n${label}\n  ${text}`)
}

function unknownTopic(topic: string, all: ReadonlyMap<string, Explanation>): SnapcheckError {
  const near = nearest(topic.toLowerCase(), [...all.keys()])
  const name = near === undefined ? undefined : all.get(near)?.topic
  return new SnapcheckError('SNAPCHECK_TOPIC_UNKNOWN', `There is nothing called ${topic} to explain.`, {
    observed: topic,
    expected: 'a claim, scenario, outcome, reason, lab fault, normalisation rule or error code',
    next: name === undefined ? 'snapcheck explain' : `snapcheck explain ${name}`,
  })
}
