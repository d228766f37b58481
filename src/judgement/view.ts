import { parseGuid, type Guid } from '../checkpoint/guid.ts'
import { normalise } from '../checkpoint/normalise.ts'
import type { CheckpointProperty, CheckpointReading, Readings, VmProperty, VmReading } from '../checkpoint/reading.ts'
import type { CheckpointView, Observation, View } from './observation.ts'

export type ViewContext = Omit<View, 'observations' | 'checkpoints'>

/** Turns what an interface read into observations: the only place where ids are given and values are normalised. */
export function viewOf(context: ViewContext, reading: VmReading): View {
  return {
    ...context,
    observations: observe<VmProperty>(context, null, reading.fields, 'vm'),
    checkpoints: reading.checkpoints.map((checkpoint, index) => checkpointView(context, checkpoint, index)),
  }
}

function checkpointView(context: ViewContext, checkpoint: CheckpointReading, index: number): CheckpointView {
  const identity = checkpoint.fields.id
  const normalised = identity === undefined ? null : normalise('id', identity, context.vm).value
  const id = typeof normalised === 'string' ? (parseGuid(normalised) ?? null) : null
  return { id, observations: observe<CheckpointProperty>(context, id, checkpoint.fields, id ?? `row-${index}`) }
}

function observe<Property extends CheckpointProperty | VmProperty>(
  context: ViewContext,
  checkpoint: Guid | null,
  fields: Readings<Property>,
  subject: string,
): Readonly<Partial<Record<Property, Observation>>> {
  const observations: Partial<Record<Property, Observation>> = {}
  for (const property of Object.keys(fields) as Property[]) {
    const reading = fields[property]
    if (reading === undefined) continue
    const { value, rule } = normalise(property, reading, context.vm)
    observations[property] = {
      id: `${context.id}/${subject}/${property}`,
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
