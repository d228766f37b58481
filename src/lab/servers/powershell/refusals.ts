import { failed, type Answer } from './answer.ts'

/** Refusals of the lab's own, of no product: the ids say so. */
function refusal(id: string, category: string, message: string): Answer {
  return failed({ id, category, exception: 'System.InvalidOperationException', message })
}

export function outside(computers: readonly string[]): Answer {
  return refusal('SnapcheckLabOutside', 'PermissionDenied', `The lab reaches no other computer: ${computers.join(', ')}.`)
}

export function notModelled(cmdlet: string, parameters: readonly string[]): Answer {
  return refusal('SnapcheckLabNotModelled', 'NotImplemented', `The lab does not model -${parameters.join(', -')} of ${cmdlet}.`)
}
