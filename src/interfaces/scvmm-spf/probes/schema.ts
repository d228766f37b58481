import type { Guid } from '../../../checkpoint/guid.ts'
import type { Measurements } from '../../../checkpoint/measurement.ts'
import { isRecord } from '../../../foundation/json.ts'
import { principalHeader } from '../../../products/spf/service.ts'
import { formatResourcePath } from '../../../protocols/odata/codec/key.ts'
import { literal } from '../../../protocols/odata/codec/literals.ts'
import type { DeclaredSet } from '../../../protocols/odata/codec/metadata.ts'
import { textOf } from '../rows.ts'
import type { Session } from '../session.ts'
import { checkpointSet } from '../sets.ts'
import { ask, probed, statusOf, usualHeaders } from './requests.ts'

/** C-094: the key as declared, and a checkpoint read by it. */
export async function probeKey(session: Session, vm: Guid, checkpoint: Guid): Promise<Measurements['key']> {
  const { row } = await probed(session, vm, checkpoint)
  const [id, stamp] = [literal.guid(textOf(row, 'ID')), literal.guid(session.stampId)]
  const by = (key: Readonly<Record<string, typeof id>>): ReturnType<typeof statusOf> =>
    statusOf(session, 'GET', formatResourcePath({ name: checkpointSet.name, key }))
  return {
    declared: (await declared(session))?.key ?? [],
    inOrder: await by({ ID: id, StampId: stamp }),
    swapped: await by({ StampId: stamp, ID: id }),
    half: await by({ ID: id }),
  }
}

/** C-095, C-068: the properties as declared. */
export async function probeProperties(session: Session): Promise<Measurements['properties']> {
  return Object.keys((await declared(session))?.properties ?? {})
}

/** C-100. */
export async function probePrincipal(session: Session): Promise<Measurements['principal']> {
  const { [principalHeader]: _, ...without } = usualHeaders
  const path = `/${checkpointSet.name}`
  return {
    with: (await ask(session, { method: 'GET', path })).status,
    without: (await ask(session, { method: 'GET', path, headers: without })).status,
  }
}

/** C-101: JSON names the address of its own metadata document; only its path is kept. */
export async function probeRoot(session: Session): Promise<Measurements['root']> {
  const { response } = await ask(session, { method: 'GET', path: '/' })
  const document: unknown = response?.headers['content-type']?.includes('json') === true ? JSON.parse(response.body) : undefined
  const context = isRecord(document) ? document['odata.metadata'] : undefined
  return typeof context === 'string' ? new URL(context).pathname.replace(/\/\$metadata$/u, '') : null
}

async function declared({ client }: Session): Promise<DeclaredSet | undefined> {
  return (await client.metadata()).find(({ name }) => name === checkpointSet.name)
}
