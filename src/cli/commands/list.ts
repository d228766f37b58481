import { Command } from 'commander'
import { collectScenarios, suiteName, type CollectedScenario } from '../../harness/collect.ts'
import type { ScenarioDefinition } from '../../harness/definition.ts'
import { loadRegister } from '../../harness/register-files.ts'
import { creatorsOf, selectKeys } from '../../harness/select.ts'
import { labCreators } from '../../harness/sources/lab.ts'
import type { Register } from '../../judgement/register.ts'
import { rules } from '../../judgement/rules/index.ts'
import { claimRows } from '../claim-rows.ts'
import { asGiven, each, suitesHelp } from '../options.ts'
import { print, printJson, printTable } from '../print.ts'
import type { ExitState } from '../exit-state.ts'
import { configured, suiteGlobs } from '../settings.ts'

interface ListFlags {
  readonly config?: string
  readonly suites?: readonly string[]
  readonly claims?: boolean
  readonly json?: boolean
}

export function listCommand(_state: ExitState): Command {
  return new Command('list')
    .description('What would run, and which claims are judged by what. Connects to nothing.')
    .argument('[filter...]', 'scenario ids, their beginnings, or globs with *')
    .option('--claims', 'the register of claims, each with its scenarios or why there is none')
    .option('-c, --config <file>', 'the configuration (default: snapcheck.config.ts or .yaml, here or in a folder above)')
    .option('--suites <glob>', suitesHelp, each(asGiven))
    .option('--json', 'as JSON')
    .addHelpText('after', "\nExamples:\n  snapcheck list comment\n  snapcheck list --suites 'own/*.ts'\n  snapcheck list --claims --json")
    .action(async (filters: readonly string[], { claims, json, config, suites }: ListFlags) => {
      const scenarios = await collectScenarios(suiteGlobs(await configured({ suites }, config)))
      if (claims === true) listClaims(scenarios, loadRegister(), json === true)
      else listScenarios(chosen(scenarios, filters), json === true)
    })
}

function chosen(scenarios: readonly CollectedScenario[], filters: readonly string[]): readonly CollectedScenario[] {
  const keys = new Set(
    selectKeys(scenarios, { filters, claims: [], creators: labCreators, profile: 'full' }).map((key) => key.split('/')[0]),
  )
  return scenarios.filter(({ definition }) => keys.has(definition.id))
}

function listScenarios(scenarios: readonly CollectedScenario[], json: boolean): void {
  if (json) return printJson(scenarios.map((scenario) => ({ ...scenario.definition, suite: suiteName(scenario) })))
  printTable([
    ['SCENARIO', 'SAFETY', 'RADIUS', 'PROFILE', 'SUITE', 'TITLE'],
    ...scenarios.map((scenario) => row(scenario.definition, suiteName(scenario))),
  ])
  const tellings = scenarios.flatMap(({ definition }) => creatorsOf(definition, labCreators)).length
  print(
    `\n${scenarios.length} scenarios, told ${tellings} times: once with each of ${labCreators.join(' and ')} as creator, unless it is about one of them alone.`,
  )
}

function row({ id, safety, radius, profile, title }: ScenarioDefinition, suite: string): readonly string[] {
  return [id, safety, radius, profile, suite, title]
}

function listClaims(scenarios: readonly CollectedScenario[], register: Register, json: boolean): void {
  const rows = claimRows(scenarios, register, rules)
  if (json) return printJson(rows)
  printTable([
    ['CLAIM', 'LEVEL', 'BASIS', 'JUDGED BY'],
    ...rows.map((row) => [row.id, row.level, row.basis, row.scenarios.join(', ') || `- ${row.reason?.code}`]),
  ])
  const tested = rows.filter((row) => row.scenarios.length > 0).length
  const others = rows.filter((row) => row.scenarios.length === 0 && row.judgedByRule).length
  print(
    `\n${tested} of ${rows.length} claims have scenarios, ${others} more are judged by observation, ${rows.length - tested - others} are not judged; snapcheck explain CLAIM says why.`,
  )
}
