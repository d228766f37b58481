import { SnapcheckError } from '../../foundation/errors.ts'
import type { ReadyLine } from './serve.ts'

export const envShells = ['powershell', 'sh'] as const
export type EnvShell = (typeof envShells)[number]

/** One assignment, with the value quoted. */
const assignments: Readonly<Record<EnvShell, (name: string, value: string) => string>> = {
  powershell: (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
  sh: (name, value) => `export ${name}='${value.replaceAll("'", String.raw`'\''`)}'`,
}

/** @param line what `lab serve --powershell-modules` printed. @returns what sets the same environment elsewhere. */
export function assignmentsIn(line: string, shell: EnvShell): readonly string[] {
  const { environment } = readyLine(line)
  if (environment === undefined) throw notReady('no environment')
  return Object.entries(environment).map(([name, value]) => assignments[shell](name, value))
}

function readyLine(line: string): ReadyLine {
  try {
    return JSON.parse(line) as ReadyLine
  } catch (error) {
    if (error instanceof SyntaxError) throw notReady('no JSON')
    throw error
  }
}

function notReady(observed: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_USAGE', 'This is not the line that a lab with PowerShell modules prints.', {
    observed,
    expected: 'the first line of snapcheck lab serve --powershell-modules',
    next: 'snapcheck lab serve --powershell-modules > lab.json',
  })
}
