import type { Report, ReportScenario } from '../model/report.ts'

type Commanded = Pick<Report, 'command' | 'source'>

/** The command that gives this report again, quoted for a shell where it has to be. */
export function commandLine({ command }: Commanded): string {
  return command.argv.map(quoted).join(' ')
}

/** Options that select scenarios and would get in the way of one that is named. */
const selecting: readonly string[] = ['--claim', '--creator']

/**
 * The command that tells this one scenario again, with everything that the results depend on: seed, faults, profile. Null where
 * nothing was run.
 */
export function scenarioCommand({ command, source }: Commanded, { id }: Pick<ReportScenario, 'id'>): string | null {
  if (source.kind === 'file') return null
  const [program = 'snapcheck', name = 'run', ...rest] = command.argv
  const firstOption = rest.findIndex((argument) => argument.startsWith('--'))
  const options = firstOption === -1 ? [] : rest.slice(firstOption)
  const kept = options.filter((argument, index) => !selecting.includes(argument) && !selecting.includes(options[index - 1] ?? ''))
  const [filter = id, creator] = id.split('/')
  const only = creator === undefined ? [] : ['--creator', creator]
  return [program, name, filter, ...only, ...kept].map(quoted).join(' ')
}

function quoted(argument: string): string {
  return /^[\w./:=@,+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}
