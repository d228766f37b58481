import { z } from 'zod'
import { checkpointTypes, vmStates } from '../../../checkpoint/vm.ts'
import { actions, disturbanceKinds, settledForms } from '../../../judgement/observation.ts'
import { count, digests, guid, interfaceId, normalisation, observedProperty, origin, payload, readingForm, via } from './words.ts'

const step = {
  id: z.string(),
  stage: z.int(),
  title: z.string(),
  interface: interfaceId,
  participant: z.string(),
  vm: guid,
  evidence: digests,
}

const failure = z.strictObject({ code: z.string(), productCode: z.string().optional(), sentence: z.string(), isFault: z.boolean() })

const actStep = z.strictObject({
  kind: z.literal('act'),
  ...step,
  action: z.enum(actions),
  checkpoint: guid.nullable(),
  intended: z.strictObject({
    name: z.string().optional(),
    comment: z.string().optional(),
    kind: z.enum(['default', 'recovery']).optional(),
    form: z.string().optional(),
    vmNotes: z.string().optional(),
    checkpointType: z.literal(checkpointTypes).optional(),
    vmState: z.enum(vmStates).optional(),
    inside: z.string().optional(),
  }),
  attempted: z.literal(true).optional().describe('The story asked whether the product does it, and went on where it does not.'),
  result: z.enum(['done', 'failed', 'unsupported']),
  failure: failure.optional(),
})

const viewStep = z.strictObject({
  kind: z.literal('view'),
  ...step,
  settled: z.enum(settledForms),
  failure: failure.optional().describe('Why it could not look; only where settled is unreadable.'),
  awaitedMs: z
    .number()
    .min(0)
    .optional()
    .describe('Milliseconds of the clock of the run that were waited; left out where nothing was awaited.'),
  witness: z.boolean(),
  via,
  origin,
  checkpoints: z
    .array(z.string())
    .describe('Subjects in the order in which the interface gave them: a GUID, or row-N where it showed no usable identity.'),
})

const measurementStep = z
  .strictObject({ kind: z.literal('measurement'), ...step, name: z.string(), value: payload, via, origin })
  .describe('What single requests told of the protocol of an interface.')

const cleanup = z
  .strictObject({
    outcome: z.enum(['restored', 'left-behind', 'failed', 'not-needed']),
    leftovers: z.array(z.strictObject({ checkpoint: guid, why: z.string() })),
    sentence: z.string(),
    compared: z
      .strictObject({ before: count, same: count })
      .optional()
      .describe('Checkpoints that were there before, and how many of them have the same GUID, name and parent afterwards.'),
    differences: z.array(z.string()).optional().describe('What is not as it was, by whoever did it.'),
    notUndone: z.array(z.string()).optional().describe('What the scenario did that nothing can take back.'),
  })
  .describe('The second verdict of a scenario: was everything put back as it was found?')

const disturbance = z.strictObject({
  id: z.string(),
  kind: z.enum(disturbanceKinds),
  interface: interfaceId.describe('Who showed it.'),
  vm: guid,
  from: z.int().describe('The first stage that can have been touched.'),
  checkpoint: guid.nullable(),
  before: payload,
  after: payload,
})

export const scenario = z.strictObject({
  id: z.string(),
  title: z.string(),
  suite: z.string(),
  claims: z.array(z.string()),
  safety: z.enum(['reads', 'refreshes', 'writes', 'disrupts']),
  radius: z.enum(['vm', 'host', 'cluster', 'vmm']),
  steps: z.array(z.discriminatedUnion('kind', [actStep, viewStep, measurementStep])).describe('In the order in which they happened.'),
  cleanup,
  disturbances: z.array(disturbance).optional().describe('What somebody else did on the VM meanwhile.'),
})

/** What holds for all values of one look stands on its view step alone, so that a hundred thousand values do not repeat it. */
export const observation = z.strictObject({
  id: z.string(),
  view: z
    .string()
    .describe('The view step that it belongs to: interface, participant, VM, stage, scenario and evidence of the observation stand there.'),
  subject: z.string().describe('The checkpoint GUID, row-N where it has none, or vm.'),
  property: observedProperty,
  field: z.string().describe("The product's own name of the property."),
  form: readingForm,
  raw: payload,
  normalised: payload,
  normalisation,
  via,
  origin,
})
