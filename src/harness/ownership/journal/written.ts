import { SnapcheckError } from '../../../foundation/errors.ts'

/** Does what writes below the journal folder. @throws SNAPCHECK_JOURNAL_UNWRITABLE with the system's own code. */
export function written<Value>(place: string, work: () => Value): Value {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new SnapcheckError('SNAPCHECK_JOURNAL_UNWRITABLE', `${place} could not be written.`, {
      place,
      observed: String(cause.code),
      expected: 'a journal folder that can be written',
      next: 'Look at the folder of --journal and its free space; nothing is created without a journal.',
      cause,
    })
  }
}
