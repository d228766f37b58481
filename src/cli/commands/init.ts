import { Command } from 'commander'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { configurationForms, configurationText, type ConfigurationForm } from '../../configuration/write.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { packageRoot } from '../../harness/places.ts'
import { ask, personAtTerminal, type Answers } from '../init/answers.ts'
import { configurationOf, defaultAnswers } from '../init/configuration.ts'
import { oneOf } from '../options.ts'
import { print } from '../print.ts'
import type { ExitState } from '../exit-state.ts'

interface InitFlags extends Partial<Answers> {
  readonly file?: string
  readonly yes?: boolean
  readonly force?: boolean
}

export function initCommand(_state: ExitState): Command {
  return new Command('init')
    .description('Ask for what is needed and write a configuration. Without a terminal, or with --yes, options and defaults are taken.')
    .option('--form <form>', 'yaml, or ts with types', oneOf('--form', configurationForms))
    .option('--host-url <url>', 'WS-Management address of a Hyper-V host')
    .option('--host-name <name>', 'what reports call the host')
    .option('--vmm-url <url>', 'service root of SPF')
    .option('--vmm-name <name>', 'what reports call the VMM server')
    .option('--stamp-id <guid>', 'GUID of the stamp')
    .option('--ca <file>', 'PEM file of a private CA')
    .option('--vm <guid>', 'Hyper-V GUID of a VM to look at')
    .option('--disposable', 'its checkpoints may be created, changed and removed')
    .option('--file <file>', 'the file to write (default: snapcheck.config.yaml or .ts, here)')
    .option('--yes', 'ask nothing')
    .option('--force', 'write over a file that is there')
    .addHelpText('after', '\nExamples:\n  snapcheck init\n  snapcheck init --yes --host-url https://hv01.example.com:5986')
    .action(async ({ file, yes, force, ...given }: InitFlags) => {
      const answers =
        yes === true || !process.stdin.isTTY ? { ...defaultAnswers, ...given } : await ask(given, defaultAnswers, personAtTerminal())
      write(resolve(file ?? `snapcheck.config.${answers.form}`), answers, force === true)
    })
}

/** @throws SNAPCHECK_WOULD_OVERWRITE, SNAPCHECK_OPTION_VALUE, SNAPCHECK_OUTPUT_UNWRITABLE */
function write(file: string, answers: Answers, force: boolean): void {
  const text = configurationText(formOf(answers.form), configurationOf(answers), schemaFrom(dirname(file)))
  if (existsSync(file) && !force) {
    throw new SnapcheckError('SNAPCHECK_WOULD_OVERWRITE', 'Nothing was written: the file is there already.', {
      place: file,
      observed: 'a file of this name',
      expected: 'none, or --force',
      next: 'snapcheck check',
    })
  }
  try {
    writeFileSync(file, text)
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_OUTPUT_UNWRITABLE', 'The configuration could not be written.', {
      place: file,
      observed: cause instanceof Error ? cause.message : String(cause),
      cause,
    })
  }
  print(`wrote ${relative(process.cwd(), file) || file}`)
  print(
    answers.hostUrl + answers.vmmUrl === ''
      ? 'It names no endpoint yet: add a host or a VMM server to it, or answer at a terminal with: snapcheck init --force'
      : 'Set the variables that it names, then run: snapcheck check',
  )
}

function formOf(form: string): ConfigurationForm {
  return form === 'ts' ? 'ts' : 'yaml'
}

/** Relative, so that the file can be shared with people who have the package elsewhere below the same folder. */
function schemaFrom(folder: string): string {
  const path = relative(folder, join(packageRoot, 'docs', 'schema', 'snapcheck.config-1.schema.json'))
    .split(sep)
    .join('/')
  return path.startsWith('.') ? path : `./${path}`
}
