import { Command } from 'commander'
import { collectScenarios } from '../../harness/collect.ts'
import type { Scenario } from '../../harness/definition.ts'
import { loadRegister } from '../../harness/register-files.ts'
import { creatorsOf, selectKeys } from '../../harness/select.ts'
import { labCreators } from '../../harness/sources/lab.ts'
import type { Register } from '../../judgement/register.ts'
import { rules } from '../../judgement/rules/index.ts'
import { claimRows } from '../claim-rows.ts'
import { print, printJson, printTable } from '../print.ts'
import type { ExitState } from '../exit-state.ts'

interface ListFlags {
  readonly claims?: boolean
  readonly json?: boolean
}

export function listCommand(_state: ExitState): Command {
  return new Command('list')
    .description('What would run, and which claims are judged by what. Connects to nothing.')
    .argument('[filter...]', 'scenario ids, their beginnings, or globs with *')
    .option('--claims', 'the register of claims, each with its scenarios or why there is none')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples:\n  snapcheck list comment\n  snapcheck list --claims --json')
    .action(async (filters: readonly string[], { claims, json }: ListFlags) => {
      const scenarios = await collectScenarios()
      if (claims === true) listClaims(scenarios, loadRegister(), json === true)
      else listScenarios(chosen(scenarios, filters), json === true)
    })
}

function chosen(scenarios: readonly Scenario[], filters: readonly string[]): readonly Scenario[] {
  const keys = new Set(
    selectKeys(scenarios, { filters, claims: [], creators: labCreators, profile: 'full' }).map((key) => key.split('/')[0]),
  )
  return scenarios.filter(({ definition }) => keys.has(definition.id))
}

function listScenarios(scenarios: readonly Scenario[], json: boolean): void {
  if (json) return printJson(scenarios.map(({ definition }) => definition))
  printTable([
    ['SCENARIO', 'SAFETY', 'RADIUS', 'PROFILE', 'TITLE'],
    ...scenarios.map(({ definition: { id, safety, radius, profile, title } }) => [id, safety, radius, profile, title]),
  ])
  const tellings = scenarios.flatMap(({ definition }) => creatorsOf(definition, labCreators)).length
  print(
    `\n${scenarios.length} scenarios, told ${tellings} times: once with each of ${labCreators.join(' and ')} as creator, unless it is about one of them alone.`,
  )
}

function listClaims(scenarios: readonly Scenario[], register: Register, json: boolean): void {
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
