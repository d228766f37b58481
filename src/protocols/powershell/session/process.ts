import { answerReader, beyond, type Answer } from './answer.ts'
import { readFrame, type Frame } from './frame.ts'
import { text, whole } from './fields.ts'
import type { SessionLimits } from './limits.ts'
import { encodeParameters, type Parameters } from './parameters.ts'
import { resultOf, type CallResult } from './result.ts'
import { changed, readScript, type Script } from './script.ts'
import { startShell, type ShellOptions } from './shell.ts'

/** Loaded first into each process; it runs the others. */
const dispatcher: Script = {
  path: 'src/protocols/powershell/session/scripts/session.ps1',
  sha256: '22bbcbbb17127bf27a501a5d7b9f9765f40dce218cb80f0c53d63cf4c8e1ec2f',
}

/** Which PowerShell answers. */
export interface Engine {
  readonly version: string
  /** `Desktop` is Windows PowerShell, `Core` PowerShell 6 and later. */
  readonly edition: string
  readonly process: number
}

/** A PowerShell process that has session.ps1 in it. After any error, it must be killed: what is still to come from it is unknown. */
export interface SessionProcess {
  start(): Promise<Engine>
  /** @param depth as of Export-Clixml: how far the members of each object are kept as objects. */
  run(script: Script, parameters: Parameters, depth: number): Promise<CallResult>
  kill(): Promise<void>
  /** True where it has ended or has served as many bytes as one process may. */
  isSpent(): boolean
}

export function sessionProcess(options: ShellOptions, limits: SessionLimits): SessionProcess {
  const shell = startShell(options)
  const loaded = new Set<string>()
  let calls = 0
  let served = 0

  async function frame(call: number, command: string): Promise<Frame> {
    if (command.length > limits.request) throw beyond('The request to PowerShell is too long.', command.length, limits.request)
    const printed = await shell.invoke(command)
    served += command.length + printed.stdout.length + printed.stderr.length
    return readFrame(printed, call)
  }

  /** @param command a function of session.ps1; its first argument, the number of the call, is added here. */
  async function ask(command: string, ...values: readonly (string | number)[]): Promise<Answer> {
    const call = ++calls
    const answer = answerReader(limits)
    let next = await frame(call, line(command, call, ...values))
    while (!answer.take(next)) next = await frame(call, line('Write-SnapcheckFrame', call, answer.received()))
    return answer.end()
  }

  async function load(script: Script): Promise<void> {
    if (loaded.has(script.sha256)) return
    const { value } = await ask('Add-SnapcheckScript', script.sha256, readScript(script).toString('base64'))
    if (value.type !== 'string' || value.value !== script.sha256) throw changed(script.path, JSON.stringify(value), script.sha256)
    loaded.add(script.sha256)
  }

  return {
    async start() {
      const source = readScript(dispatcher).toString('base64')
      await shell.invoke(`. ([scriptblock]::Create([System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${source}'))))`)
      const { value } = await ask('Start-Snapcheck', limits.frame)
      return { version: text(value, 'Version'), edition: text(value, 'Edition'), process: whole(value, 'Process') }
    },
    async run(script, parameters, depth) {
      await load(script)
      const { value, console } = await ask('Invoke-SnapcheckScript', script.sha256, encodeParameters(parameters), depth, limits.objects)
      return resultOf(value, console, script.path)
    },
    kill: () => shell.kill(),
    isSpent: () => shell.hasEnded() || served > limits.served,
  }
}

/** One physical line; what stands between the quotes holds neither a quote nor a line end. */
function line(command: string, ...values: readonly (string | number)[]): string {
  return [command, ...values.map((value) => `'${value}'`)].join(' ')
}
