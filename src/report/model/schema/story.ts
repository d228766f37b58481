import { z } from 'zod'
import { digests, guid, interfaceId, normalisation, observedProperty, origin, payload, readingForm, via } from './words.ts'

const step = {
  id: z.string(),
  stage: z.int(),
  title: z.string(),
  interface: interfaceId,
  participant: z.string(),
  vm: guid,
  evidence: digests,
}

const failure = z.strictObject({ code: z.string(), sentence: z.string(), isFault: z.boolean() })

const actStep = z.strictObject({
  kind: z.literal('act'),
  ...step,
  action: z.enum(['create', 'rename', 'set-comment', 'restore', 'remove']),
  checkpoint: guid.nullable(),
  intended: z.strictObject({ name: z.string().optional(), comment: z.string().optional() }),
  result: z.enum(['done', 'failed', 'unsupported']),
  failure: failure.optional(),
})

const viewStep = z.strictObject({
  kind: z.literal('view'),
  ...step,
  settled: z.enum(['synchronised', 'awaited', 'awaited-in-vain', 'file']),
  witness: z.boolean(),
  via,
  origin,
  checkpoints: z
    .array(z.string())
    .describe('Subjects in the order in which the interface gave them: a GUID, or row-N where it showed no usable identity.'),
})

const cleanup = z
  .strictObject({
    outcome: z.enum(['restored', 'left-behind', 'failed', 'not-needed']),
    leftovers: z.array(z.strictObject({ checkpoint: guid, why: z.string() })),
    sentence: z.string(),
  })
  .describe('The second verdict of a scenario: was everything put back as it was found?')

export const scenario = z.strictObject({
  id: z.string(),
  title: z.string(),
  suite: z.string(),
  claims: z.array(z.string()),
  safety: z.enum(['reads', 'refreshes', 'writes', 'disrupts']),
  radius: z.enum(['vm', 'host', 'cluster', 'vmm']),
  steps: z.array(z.discriminatedUnion('kind', [actStep, viewStep])).describe('In the order in which they happened.'),
  cleanup,
})

export const observation = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  view: z.string(),
  stage: z.int(),
  interface: interfaceId,
  participant: z.string(),
  vm: guid,
  subject: z.string().describe('The checkpoint GUID, row-N where it has none, or vm.'),
  property: observedProperty,
  field: z.string().describe("The product's own name of the property."),
  form: readingForm,
  raw: payload,
  normalised: payload,
  normalisation,
  via,
  origin,
  evidence: digests,
})
