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

/** An interface that could not be opened: who would have answered is not known. */
export interface AbsentSession extends Participating {
  readonly error: SnapcheckError
}

/** The open sessions of a story. An interface that does not say who it is takes no part; the fault is reported. */
export interface Sessions {
  all(): readonly Session[]
  of(id: InterfaceId): Session | undefined
  /** Interfaces that should take part and did not say who they are, with what went wrong. */
  absent(): readonly AbsentSession[]
  participants(): readonly Participant[]
  reopen(): Promise<void>
  close(): Promise<void>
}

export function sessionsOf(
  source: Pick<Source, 'open' | 'participants'>,
  onFault: (error: SnapcheckError, place: string) => void,
): Sessions {
  const participants = new Map<string, Participant>()
  let open: readonly CheckpointInterface[] = []
  let sessions: readonly Session[] = []
  let absent: readonly AbsentSession[] = []

  const introduce = async (through: CheckpointInterface): Promise<readonly Session[]> => {
    const id = source.participants?.[through.id] ?? through.id
    try {
      const { value } = await through.identify()
      participants.set(through.id, { id, interface: through.id, via: 'connection', ...value })
      return [{ through, interface: through.id, participant: id, origin: value.origin }]
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
      onFault(error, `${through.id}, identify`)
      if (!participants.has(through.id)) participants.set(through.id, unidentified(id, through.id, error))
      absent = [...absent, { interface: through.id, participant: id, origin: 'unidentified', error }]
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
    absent: () => absent,
    participants: () => [...participants.values()],
    close,
    async reopen() {
      await close()
      open = source.open()
      absent = []
      const introduced: Session[] = []
      for (const through of open) introduced.push(...(await introduce(through)))
      sessions = introduced
    },
  }
}

function unidentified(id: string, through: InterfaceId, { code }: SnapcheckError): Participant {
  return {
    id,
    interface: through,
    product: 'not identified',
    version: null,
    build: null,
    identifiedBy: `nothing: ${code}`,
    via: 'connection',
    origin: 'unidentified',
  }
}
