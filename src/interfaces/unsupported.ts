import { SnapcheckError } from '../foundation/errors.ts'
import type { Operation, Unsupported } from './port.ts'

/** The rejection of an operation that an interface does not have; nothing is sent. */
export async function refuseOperation(label: string, table: readonly Unsupported[], operation: Operation): Promise<never> {
  const known = table.find(({ what }) => what === operation)
  throw new SnapcheckError('SNAPCHECK_UNSUPPORTED', `${label} has no way to ${operation}.`, {
    place: label,
    expected: known === undefined ? 'an interface that offers it' : `${known.mark}: ${known.source}`,
    next: 'use another interface for it',
  })
}
