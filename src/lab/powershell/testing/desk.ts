import type { CliXmlValue } from '../../../protocols/powershell/codec/value.ts'
import type { Parameters } from '../../../protocols/powershell/session/parameters.ts'
import type { CallResult } from '../../../protocols/powershell/session/result.ts'
import { openSession } from '../../../protocols/powershell/session/session.ts'
import { executable } from '../../../protocols/powershell/session/testing/powershell.ts'
import { run } from '../../../protocols/powershell/session/testing/scripts.ts'
import { startLab, type Lab, type LabOptions } from '../../lab.ts'
import { moduleEnvironment } from '../environment.ts'
import { writeModules } from '../write-modules.ts'

/** A lab with a real PowerShell that sees the lab's modules. */
export interface Desk extends AsyncDisposable {
  readonly lab: Lab
  /** Runs a script as somebody would write it; the modules load by themselves, as their cmdlets are met. */
  run(script: string, parameters?: Parameters): Promise<CallResult>
  /** What it put out as texts. @throws where the script had errors. */
  texts(script: string, parameters?: Parameters): Promise<readonly string[]>
  /** FullyQualifiedErrorId and category of each error. */
  errors(script: string): Promise<readonly string[]>
}

export async function openDesk(options: Partial<LabOptions> = {}): Promise<Desk> {
  const lab = await startLab({ seed: 'modules', ...options })
  const modules = writeModules()
  const session = await openSession({ executable, environment: moduleEnvironment(await lab.powershell(), modules.path) })
  const runScript = (script: string, parameters: Parameters = {}): Promise<CallResult> =>
    run(session, script, { parameters, timeout: 60_000 })
  return {
    lab,
    run: runScript,
    async texts(script, parameters) {
      const { output, errors } = await runScript(script, parameters)
      if (errors.length > 0) throw new Error(errors.map(({ id, message }) => `${id}: ${message}`).join('\n'))
      return output.map(textOf)
    },
    async errors(script) {
      const { errors } = await runScript(script)
      return errors.map(({ id, category }) => `${id} (${category})`)
    },
    async [Symbol.asyncDispose]() {
      await session.dispose()
      modules.remove()
      await lab.close()
    },
  }
}

function textOf(value: CliXmlValue): string {
  if ('value' in value) return String(value.value)
  return value.type === 'object' ? (value.text ?? '') : value.type
}
