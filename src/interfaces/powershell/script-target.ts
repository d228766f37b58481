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

/** What a script says at its end: that it came there, or what the interface does not show. */
const words: Readonly<Record<string, string>> = {
  'no-vm': 'the VM',
  'no-checkpoint': 'the checkpoint',
}

/** The last word, and what came before it. */
async function told(target: ScriptTarget, action: string, parameters: Parameters): Promise<Told> {
  const { label } = target
  const output = await ask(target, action, parameters)
  const last = output.at(-1)
  const word = last?.type === 'string' ? last.value : ''
  if (word === 'done' || word in words) return { word, output: output.slice(0, -1) }
  // A copy of a VM is not the VM that was listed as disposable.
  const several = word === 'several-vms'
  throw new SnapcheckError(
    'SNAPCHECK_PROTOCOL',
    several ? `${label} shows several VMs with one GUID.` : `${label}: the script has no end.`,
    {
      place: label,
      observed: word,
      expected: several ? 'one VM with this GUID' : ['done', ...Object.keys(words)].join(', '),
      ...(several
        ? { next: 'see in SCVMM which of them is meant; leave the VMM server out of the entry of this VM in the configuration' }
        : {}),
    },
  )
}

interface Told {
  readonly word: string
  readonly output: readonly CliXmlValue[]
}

/** What the script put out; null where the interface does not show the VM. */
export async function askForVm(target: ScriptTarget, action: string, parameters: Parameters): Promise<readonly CliXmlValue[] | null> {
  const { word, output } = await told(target, action, parameters)
  return word === 'no-vm' ? null : output
}

/** @returns what the script put out. @throws SNAPCHECK_NOT_SHOWN too. */
export async function change(target: ScriptTarget, action: string, parameters: Parameters): Promise<readonly CliXmlValue[]> {
  const { word, output } = await told(target, action, parameters)
  const missing = words[word]
  if (missing === undefined) return output
  throw new SnapcheckError('SNAPCHECK_NOT_SHOWN', `${target.label} does not show ${missing} of ${action}.`, {
    place: target.label,
    observed: word,
    expected: missing,
    next: 'Check the GUID and the rights of the account; SCVMM shows what it has refreshed only.',
  })
}
