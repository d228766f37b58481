import { join } from 'node:path'
import { quoted } from './literal.ts'
import { packageRoot } from './package-root.ts'

/** The text that a shell on the lab runs first, as one line: its file may not be run where scripts need a signature. */
export function shellStart(): string {
  const file = join(packageRoot, 'src/lab/powershell/scripts/shell.ps1')
  return `. ([scriptblock]::Create([System.IO.File]::ReadAllText(${quoted(file)})))`
}
