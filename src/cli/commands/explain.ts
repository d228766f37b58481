import { Command } from 'commander'
import { explanations, kindsOfTopics, type Explanation } from '../explanations.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { nearest } from '../../foundation/nearest.ts'
import { print, printJson, printTable } from '../print.ts'
import type { ExitState } from '../exit-state.ts'

export function explainCommand(_state: ExitState): Command {
  return new Command('explain')
    .description('One claim, scenario, outcome, reason, lab fault, normalisation rule or error code in full.')
    .argument('[topic]', 'such as C-012, comment.kept, inconclusive, comment-truncated, N-root-is-vm, SNAPCHECK_UNREACHABLE')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples:\n  snapcheck explain C-015\n  snapcheck explain inconclusive')
    .action(async (topic: string | undefined, { json }: { readonly json?: boolean }) => {
      const all = await explanations()
      if (topic === undefined) return printTable([['KIND', 'HOW MANY', 'SUCH AS'], ...kindsOfTopics(all)])
      const found = all.get(topic.toLowerCase())
      if (found === undefined) throw unknownTopic(topic, all)
      if (json === true) printJson(found)
      else printExplanation(found)
    })
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
