import type { Guid } from '../../../checkpoint/guid.ts'
import type { Measurements } from '../../../checkpoint/measurement.ts'
import { isRecord } from '../../../foundation/json.ts'
import { formatNames, formats } from '../../../protocols/odata/codec/formats.ts'
import type { Session } from '../session.ts'
import { ask, pathOf, probed, usualHeaders, type Probed } from './requests.ts'

/** Something that no OData service speaks, to see how it is refused. */
const otherType = 'text/csv'

/** C-102: each documented media type, and one of another kind. */
export async function probeFormats(session: Session, vm: Guid, checkpoint: Guid): Promise<Measurements['formats']> {
  const on = await probed(session, vm, checkpoint)
  const asked = [...formatNames.map((name) => formats[name].mediaType), otherType]
  const answers = []
  for (const accept of asked) answers.push(await answerTo(on, accept))
  return { answers, ...(await jsonSample(on)) }
}

async function answerTo(on: Probed, asked: string): Promise<Measurements['formats']['answers'][number]> {
  const { status, response } = await ask(on.session, { method: 'GET', path: `/${pathOf(on)}`, headers: { ...usualHeaders, accept: asked } })
  return { asked, status, answered: response?.headers['content-type']?.split(';')[0]?.trim() ?? null }
}

/** Read off the JSON itself, because a codec would already have said what the value means. */
async function jsonSample(on: Probed): Promise<Pick<Measurements['formats'], 'jsonTime' | 'jsonType'>> {
  const { response } = await ask(on.session, { method: 'GET', path: `/${pathOf(on)}` })
  const sample: unknown = response?.headers['content-type']?.includes('json') === true ? JSON.parse(response.body) : undefined
  const text = (name: string): string | null => (isRecord(sample) && typeof sample[name] === 'string' ? sample[name] : null)
  return { jsonTime: text('AddedTime'), jsonType: text('odata.type') }
}
