import { SnapcheckError } from '../../foundation/errors.ts'
import type { ScriptCalls } from '../../protocols/powershell/session/lazy.ts'
import type { Parameters } from '../../protocols/powershell/session/parameters.ts'
import type { PowerShellError } from '../../protocols/powershell/session/result.ts'
import type { Script } from '../../protocols/powershell/session/script.ts'
import type { CliXmlValue } from '../../protocols/powershell/codec/value.ts'

/** The script of one product's module and where it runs. */
export interface ScriptTarget {
  /** What reports call the endpoint. */
  readonly label: string
  readonly calls: ScriptCalls
  readonly script: Script
  /** The product's computer, as the module is told it. */
  readonly computer: string
  /** Milliseconds for one call, its job included; the session's own limit where left out. */
  readonly timeout: number | undefined
}

/**
 * What the script put out. An error of the product ends the script: nothing that it had put out before counts.
 * @throws SNAPCHECK_PRODUCT_REFUSED, SNAPCHECK_ACCESS_DENIED, SNAPCHECK_POWERSHELL_MODULE, and what the session throws.
 */
export async function ask(
  { label, calls, script, computer, timeout }: ScriptTarget,
  action: string,
  parameters: Parameters = {},
): Promise<readonly CliXmlValue[]> {
  const { output, errors } = await calls.call({
    script,
    parameters: { Action: action, ComputerName: computer, ...parameters },
    depth: 1,
    ...(timeout === undefined ? {} : { timeout }),
  })
  const error = errors.at(-1)
  if (error !== undefined) throw refused(label, action, error)
  return output
}

/** PowerShell's own ids for a command whose module is not there (observed: engine 7.6.9; 5.1 not observed). */
const noModule: ReadonlySet<string> = new Set(['CommandNotFoundException', 'CouldNotAutoLoadModule', 'CouldNotAutoloadMatchingModule'])

/** The id of an error is `<the product's own>,<class of the cmdlet>` (products/powershell). */
function refused(label: string, action: string, { id, category, message }: PowerShellError): SnapcheckError {
  const details = { place: label, observed: `${id} (${category}): ${message}` }
  if (noModule.has(id)) {
    return new SnapcheckError('SNAPCHECK_POWERSHELL_MODULE', `${label}: PowerShell has no module for ${action}.`, {
      ...details,
      expected: "the product's module on PSModulePath",
    })
  }
  const productCode = id.split(',')[0]!
  const code = category === 'PermissionDenied' ? 'SNAPCHECK_ACCESS_DENIED' : 'SNAPCHECK_PRODUCT_REFUSED'
  return new SnapcheckError(code, `${label} refused ${action}.`, {
    ...details,
    productCode,
    next: 'Look the error id up; the evidence holds the call.',
  })
}

/** The one word with which a script ends. */
function lastWord(label: string, output: readonly CliXmlValue[]): string {
  const last = output.at(-1)
  if (last?.type === 'string') return last.value
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label}: the script did not end with a word.`, {
    place: label,
    observed: last?.type ?? 'nothing',
    expected: 'done, no-vm or no-checkpoint',
  })
}

/** What the script put out before it was done; null where the interface does not show the VM. */
export async function askForVm(target: ScriptTarget, action: string, parameters: Parameters): Promise<readonly CliXmlValue[] | null> {
  const output = await ask(target, action, parameters)
  return lastWord(target.label, output) === 'no-vm' ? null : output.slice(0, -1)
}

/** @returns what the script put out before it was done. @throws SNAPCHECK_NOT_SHOWN too. */
export async function change(target: ScriptTarget, action: string, parameters: Parameters): Promise<readonly CliXmlValue[]> {
  const { label } = target
  const output = await ask(target, action, parameters)
  const word = lastWord(label, output)
  if (word === 'done') return output.slice(0, -1)
  const what = word === 'no-vm' ? 'the VM' : 'the checkpoint'
  throw new SnapcheckError('SNAPCHECK_NOT_SHOWN', `${label} does not show ${what} of ${action}.`, {
    place: label,
    observed: word,
    expected: what,
    next: 'Check the GUID and the rights of the account; SCVMM shows what it has refreshed only.',
  })
}
