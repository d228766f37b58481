import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { isSnapcheckError, type SnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Source } from '../sources/source.ts'
import type { Participating } from './recorder.ts'
import type { Participant } from './result.ts'

/** One interface, opened once, with who answered. */
export interface Session extends Participating {
  readonly through: CheckpointInterface
}

/** The open sessions of a story. An interface that does not say who it is takes no part; the fault is reported. */
export interface Sessions {
  all(): readonly Session[]
  of(id: InterfaceId): Session | undefined
  participants(): readonly Participant[]
  reopen(): Promise<void>
  close(): Promise<void>
}

export function sessionsOf(source: Pick<Source, 'open'>, onFault: (error: SnapcheckError, place: string) => void): Sessions {
  const participants = new Map<string, Participant>()
  let open: readonly CheckpointInterface[] = []
  let sessions: readonly Session[] = []

  const introduce = async (through: CheckpointInterface): Promise<readonly Session[]> => {
    try {
      const { value } = await through.identify()
      participants.set(through.id, { id: through.id, interface: through.id, via: 'connection', ...value })
      return [{ through, interface: through.id, participant: through.id, origin: value.origin }]
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
      onFault(error, `${through.id}, identify`)
      return []
    }
  }
  const close = async (): Promise<void> => {
    await Promise.all(open.map((through) => through.close()))
    open = []
  }
  return {
    all: () => sessions,
    of: (id) => sessions.find((session) => session.interface === id),
    participants: () => [...participants.values()],
    close,
    async reopen() {
      await close()
      open = source.open()
      const introduced: Session[] = []
      for (const through of open) introduced.push(...(await introduce(through)))
      sessions = introduced
    },
  }
}
