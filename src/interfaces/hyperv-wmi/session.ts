import type { Reading } from '../../checkpoint/reading.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { Waiting } from '../waiting.ts'

/** What one session of the interface works with. */
export interface HostSession {
  readonly client: WsManClient
  readonly waiting: Waiting
  /** As the host calls itself; asked for once. */
  readonly hostName: () => Promise<Reading>
}
