import type { Command, Option } from 'commander'
import { allowances } from '../../configuration/schema/schema.ts'
import { configurationForms } from '../../configuration/write.ts'
import { collectScenarios } from '../../harness/collect.ts'
import { profiles } from '../../harness/definition.ts'
import { labCreators } from '../../harness/sources/lab.ts'
import { loadRegister } from '../../harness/register-files.ts'
import { faultIds } from '../../lab/faults/catalogue.ts'
import { collectSides } from '../collect.ts'
import { explanations } from '../explanations.ts'
import { runSources } from '../run/flags.ts'
import { shells } from './scripts.ts'

type Values = () => readonly string[] | Promise<readonly string[]>

const scenarioIds: Values = async () => (await collectScenarios()).map(({ definition }) => definition.id)

/** What an option takes, by its long flag; options of other values complete to files, which the shell does. */
const valuesOf: Readonly<Record<string, Values>> = {
  '--source': () => runSources,
  '--allow': () => allowances,
  '--profile': () => profiles,
  '--creator': () => labCreators,
  '--lab-fault': () => faultIds,
  '--claim': () => [...loadRegister().claims.keys()],
  '--form': () => configurationForms,
}

/** What the arguments of a command may be. */
const argumentsOf: Readonly<Record<string, Values>> = {
  run: scenarioIds,
  list: scenarioIds,
  explain: async () => [...(await explanations()).values()].map(({ topic }) => topic),
  collect: () => collectSides,
  completion: () => shells,
}

/**
 * What may stand where the last word stands, that word being what was typed of it; empty where the shell knows better (files).
 * @param words after `snapcheck`.
 */
export async function candidates(root: Command, words: readonly string[]): Promise<readonly string[]> {
  const current = words.at(-1) ?? ''
  const command = reached(root, words.slice(0, -1))
  const option = findOption(command, words.at(-2))
  if (option !== undefined && (option.required || option.optional)) {
    return startingWith(current, (await valuesOf[option.long ?? '']?.()) ?? [])
  }
  if (current.startsWith('-')) return startingWith(current, [...command.options.map(({ long }) => long ?? ''), '--help'])
  const below = command.commands.map((one) => one.name())
  return startingWith(current, below.length > 0 ? below : ((await argumentsOf[command.name()]?.()) ?? []))
}

function reached(root: Command, words: readonly string[]): Command {
  return words.reduce((command, word) => command.commands.find((one) => one.name() === word) ?? command, root)
}

function findOption(command: Command, word: string | undefined): Option | undefined {
  return command.options.find(({ long, short }) => word !== undefined && (long === word || short === word))
}

function startingWith(beginning: string, all: readonly string[]): readonly string[] {
  return all.filter((one) => one.startsWith(beginning))
}
