import { parseGuid, type Guid } from '../checkpoint/guid.ts'
import { normalise } from '../checkpoint/normalise.ts'
import type { CheckpointProperty, CheckpointReading, Readings, VmProperty, VmReading } from '../checkpoint/reading.ts'
import type { CheckpointView, Observation, View } from './observation.ts'

export type ViewContext = Omit<View, 'observations' | 'checkpoints'>

/** Turns what an interface read into observations: the only place where ids are given and values are normalised. */
export function viewOf(context: ViewContext, reading: VmReading): View {
  const seen = new Set<Guid>()
  return {
    ...context,
    observations: observe<VmProperty>(context, null, reading.fields, 'vm'),
    checkpoints: reading.checkpoints.map((checkpoint, index) => checkpointView(context, checkpoint, index, seen)),
  }
}

/** A checkpoint that a faulty product lists twice (C-069) keeps its GUID; only the ids of its observations tell the rows apart. */
function checkpointView(context: ViewContext, checkpoint: CheckpointReading, index: number, seen: Set<Guid>): CheckpointView {
  const id = identityOf(context, checkpoint)
  const subject = id === null ? `row-${index}` : seen.has(id) ? `${id}-row-${index}` : id
  if (id !== null) seen.add(id)
  return { id, observations: observe<CheckpointProperty>(context, id, checkpoint.fields, subject) }
}

function identityOf(context: ViewContext, { fields: { id } }: CheckpointReading): Guid | null {
  const normalised = id === undefined ? null : normalise('id', id, context.vm).value
  return typeof normalised === 'string' ? (parseGuid(normalised) ?? null) : null
}

function observe<Property extends CheckpointProperty | VmProperty>(
  context: ViewContext,
  checkpoint: Guid | null,
  fields: Readings<Property>,
  subject: string,
): Readonly<Partial<Record<Property, Observation>>> {
  const observations: Partial<Record<Property, Observation>> = {}
  // Made once: each id then shares it, which for 100,000 checkpoints is a fifth of the memory of all observations.
  const prefix = `${context.id}/${subject}/`
  for (const property of Object.keys(fields) as Property[]) {
    const reading = fields[property]
    if (reading === undefined) continue
    const { value, rule } = normalise(property, reading, context.vm)
    observations[property] = {
      id: prefix + property,
      view: context.id,
      property,
      checkpoint,
      field: reading.field,
      form: reading.form,
      raw: reading.raw,
      normalised: value,
      normalisation: rule,
    }
  }
  return observations
}
