import type { Guid } from '../../checkpoint/guid.ts'
import type { Measurements } from '../../checkpoint/measurement.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import { settingsReference } from './objects.ts'

/** C-068: the names of all properties that the instance of a checkpoint has, null ones included. */
export async function propertiesOf(client: WsManClient, checkpoint: Guid): Promise<Measurements['properties']> {
  const instance = await client.get(settingsReference(checkpoint))
  return [...(instance?.properties.keys() ?? [])].toSorted()
}
