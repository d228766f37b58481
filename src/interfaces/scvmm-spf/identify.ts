import { SnapcheckError } from '../../foundation/errors.ts'
import { labMark } from '../../foundation/lab-mark.ts'
import { checkpointEntity } from '../../products/spf/entities.ts'
import { productName } from '../../products/spf/service.ts'
import type { ParticipantIdentity } from '../port.ts'
import type { Session } from './session.ts'

/**
 * SPF tells no build of its own in any place known, so a service without the mark of the lab stays `unidentified`.
 * @throws SNAPCHECK_PROTOCOL where the service has no VMCheckPoints in exactly this spelling (C-026).
 */
export async function identify(session: Session): Promise<ParticipantIdentity> {
  const { collections, headers } = await session.service()
  const declared = await session.client.metadata()
  const checkpoints = declared.find(({ name }) => name === checkpointEntity.collection)
  if (!collections.includes(checkpointEntity.collection) || checkpoints?.type !== checkpointEntity.type) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${session.transport.label} is no VMM service of Service Provider Foundation.`, {
      place: session.transport.label,
      observed: `collections ${collections.join(', ')}`,
      expected: `${checkpointEntity.collection} of type ${checkpointEntity.type}`,
      next: 'check the configured root; SPF has three more services beside VMM',
    })
  }
  const simulated = headers[labMark.header] !== undefined
  return {
    product: simulated ? `${productName} (snapcheck lab)` : productName,
    version: null,
    build: null,
    origin: simulated ? 'simulator' : 'unidentified',
    identifiedBy: simulated
      ? `service document, $metadata and the header ${labMark.header}`
      : 'service document and $metadata; SPF states no build in any place known',
  }
}
