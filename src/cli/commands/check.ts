import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import pc from 'picocolors'
import { credentialReader } from '../../configuration/credentials.ts'
import { allowances } from '../../configuration/schema/schema.ts'
import type { Settings } from '../../configuration/settings.ts'
import { checkEndpoints, type CheckedEndpoint } from '../../harness/live/check/endpoints.ts'
import type { Finding } from '../../harness/live/check/finding.ts'
import { asGiven, countUpTo, each, oneOf } from '../options.ts'
import { print, printJson } from '../print.ts'
import { printConfig } from '../print-config.ts'
import type { ExitState } from '../exit-state.ts'
import { configured, requireFile, type Configured } from '../settings.ts'
import { strayVariables } from '../stray-variables.ts'

interface CheckFlags extends Partial<Settings> {
  readonly config?: string
  readonly printConfig?: boolean
  readonly json?: boolean
}

export function checkCommand(state: ExitState): Command {
  return new Command('check')
    .description('Say what of the configuration works, what is missing and who can grant it. Changes nothing.')
    .option('-c, --config <file>', 'the configuration (default: snapcheck.config.ts or .yaml, here or in a folder above)')
    .option('--print-config', 'print each value with its origin instead; connects to nothing')
    .option('--allow <safety>', 'as run would take it', oneOf('--allow', allowances))
    .option('--seed <number>', 'as run would take it', countUpTo('--seed', 2 ** 31 - 1))
    .option('--workers <count>', 'as run would take it', countUpTo('--workers', 64))
    .option('--ceiling <count>', 'as run would take it', countUpTo('--ceiling', 10_000))
    .option('--suites <glob>', 'as run would take it (repeatable)', each(asGiven))
    .option('--output <folder>', 'as run would take it')
    .option('--journal <folder>', 'as run would take it')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples:\n  snapcheck check\n  snapcheck check --config lab.yaml --print-config')
    .action(async ({ config, printConfig: onlyPrint, json, ...flags }: CheckFlags) => {
      const found = await configured(flags, config)
      if (onlyPrint === true) printConfig(found, json === true)
      else state.exitCode = await check(found, json === true)
    })
}

async function check({ loaded, settings }: Configured, json: boolean): Promise<number> {
  const file = requireFile(loaded)
  const endpoints = await checkEndpoints({ loaded, read: credentialReader(loaded, process.env), runId: randomUUID() })
  const stray = strayVariables(process.env, loaded)
  if (json) printJson({ file, allow: settings.allow, endpoints, stray })
  else {
    print(`configuration  ${file}: it can be used`)
    for (const { name, near } of stray)
      print(`environment    ${name} is not used by anything${near === undefined ? '' : `; did you mean ${near}?`}`)
    endpoints.forEach(printEndpoint)
    print(`\n${conclusion(endpoints)}`)
  }
  return exitCode(endpoints)
}

const words: Readonly<Record<Finding['state'], (text: string) => string>> = { works: pc.green, missing: pc.red, unknown: pc.yellow }

function printEndpoint({ name, interface: id, findings }: CheckedEndpoint): void {
  print(`\n${pc.bold(name)}  ${id}`)
  for (const { step, state, sentence, who, next } of findings) {
    print(`  ${words[state](state.padEnd(8))} ${step.padEnd(22)} ${sentence}`)
    if (who !== undefined) print(`  ${''.padEnd(31)} ${pc.dim('who can grant it:')} ${who}`)
    if (next !== undefined) print(`  ${''.padEnd(31)} ${pc.dim('next:')} ${next}`)
  }
}

function conclusion(endpoints: readonly CheckedEndpoint[]): string {
  const wanting = endpoints.filter(({ findings }) => findings.some(({ state }) => state === 'missing')).length
  if (endpoints.length === 0) return 'No endpoint is configured.'
  return wanting === 0 ? `All ${endpoints.length} endpoints can be read.` : `${wanting} of ${endpoints.length} endpoints miss something.`
}

function exitCode(endpoints: readonly CheckedEndpoint[]): number {
  const exits = endpoints.flatMap(({ findings }) => findings.flatMap(({ exit }) => exit ?? []))
  if (endpoints.length === 0 || exits.includes(2)) return 2
  return exits.length > 0 ? 3 : 0
}
