import type { Report, ReportScenario } from '../model/report.ts'

/** The command that gives this report again, quoted for a shell where it has to be. */
export function commandLine(report: Report): string {
  return report.command.argv.map(quoted).join(' ')
}

/** The command that tells this one scenario again; null where nothing was run. */
export function scenarioCommand(report: Report, scenario: Pick<ReportScenario, 'id'>): string | null {
  const { source, command } = report
  if (source.kind === 'file') return null
  const seed = command.seed === null ? [] : ['--seed', String(command.seed)]
  const [filter] = scenario.id.split('/')
  return ['snapcheck', 'run', filter!, '--source', source.kind, ...seed].map(quoted).join(' ')
}

function quoted(argument: string): string {
  return /^[\w./:=@,+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}
