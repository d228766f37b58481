import type { Guid } from '../../../checkpoint/guid.ts'
import type { VmReading } from '../../../checkpoint/reading.ts'
import { normalise } from '../../../checkpoint/normalise.ts'
import { SnapcheckError, isSnapcheckError } from '../../../foundation/errors.ts'
import type { CheckpointInterface, ParticipantIdentity } from '../../../interfaces/port.ts'
import { works, type Finding } from './finding.ts'
import { obstacleOf } from './obstacles.ts'
import { neededRights } from './rights.ts'

/** A VM that an endpoint is to show. */
export interface ExpectedVm {
  readonly vm: Guid
  readonly disposable: boolean
}

export interface Probed {
  readonly identity: ParticipantIdentity | null
  readonly findings: readonly Finding[]
}

/** Asks an endpoint who it is and for each VM that it is to show. Reads only; one failure does not hide another. */
export async function probe(through: CheckpointInterface, url: string, vms: readonly ExpectedVm[]): Promise<Probed> {
  const who = await attempted(() => through.identify())
  if (who instanceof SnapcheckError || isSnapcheckError(who)) return { identity: null, findings: [obstacleOf(who)] }
  const findings = [
    works('reachable', 'It answers.'),
    encrypted(url),
    works('authenticated', 'It took the credentials.'),
    identified(who.value),
  ]
  for (const expected of vms) findings.push(...(await shown(through, expected)))
  return { identity: who.value, findings }
}

async function attempted<Value>(work: () => Promise<Value>): Promise<Value | SnapcheckError> {
  try {
    return await work()
  } catch (error) {
    if (isSnapcheckError(error)) return error
    throw error
  }
}

function encrypted(url: string): Finding {
  return url.startsWith('https:')
    ? works('tls', 'Its certificate is trusted.')
    : works('tls', 'Not encrypted: plain http, which takes a password to this machine only.')
}

function identified({ product, version, build, origin, identifiedBy }: ParticipantIdentity): Finding {
  const numbers = [version === null ? '' : `version ${version}`, build === null ? '' : `build ${build}`].filter(Boolean).join(', ')
  return works('identified', `${product}${numbers === '' ? ', no version stated' : `, ${numbers}`}; origin ${origin} (${identifiedBy}).`)
}

async function shown(through: CheckpointInterface, { vm, disposable }: ExpectedVm): Promise<readonly Finding[]> {
  const seen = await attempted(() => through.read(vm))
  if (isSnapcheckError(seen)) return [{ ...obstacleOf(seen), step: 'vm' }]
  const rights = neededRights[through.id]
  if (seen.value === null) {
    return [
      {
        step: 'vm',
        state: 'missing',
        sentence: `The VM ${vm} is not shown: another GUID, or a right is missing: ${rights?.toSee ?? 'unknown'}.`,
        exit: 3,
        who: rights?.who ?? 'who runs the endpoint',
      },
    ]
  }
  return [works('vm', describeVm(vm, seen.value)), ...(disposable ? [changing(through, vm)] : [])]
}

function describeVm(vm: Guid, { fields, checkpoints }: VmReading): string {
  const state = fields.vmState === undefined ? 'in a state that is not shown' : String(normalise('vmState', fields.vmState, vm).value)
  const count = `${checkpoints.length} ${checkpoints.length === 1 ? 'checkpoint' : 'checkpoints'}`
  return `The VM ${vm} is shown as ${JSON.stringify(fields.vmName?.raw ?? null)}, ${state}, with ${count}.`
}

function changing({ id }: CheckpointInterface, vm: Guid): Finding {
  const rights = neededRights[id]
  return {
    step: 'rights',
    state: 'unknown',
    sentence: `Whether checkpoints of ${vm} may be changed shows only when one is; needed: ${rights?.toChange ?? 'unknown'}.`,
    who: rights?.who ?? 'who runs the endpoint',
  }
}
