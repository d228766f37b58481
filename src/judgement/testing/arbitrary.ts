import fc from 'fast-check'
import { interfaceIds } from '../../checkpoint/interface-id.ts'
import { checkpointProperties, vmProperties, type Reading, type Readings } from '../../checkpoint/reading.ts'
import type { Act, Story, View } from '../observation.ts'
import { viewOf } from '../view.ts'
import { guidOf } from './stories.ts'

/** Any story at all, sensible or not: what a rule must survive. */
const guids = fc.constantFrom('a', 'b', 'c', 'd').map(guidOf)
const vms = fc.constantFrom('v', 'w').map(guidOf)
const stages = fc.nat({ max: 8 })
const interfaces = fc.constantFrom(...interfaceIds)

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    'same',
    'V - (05/06/2014 16:13:46)',
    'V - (5/12/2014 - 1:00:00 PM)',
    'Microsoft:Hyper-V:Snapshot:Realized',
    '/Date(1400000000000)/',
    '2014-05-06T16:13:46',
    '2014-05-06T16:13:46Z',
  ),
)
const raws = fc.oneof(
  texts,
  guids,
  guids.map((guid) => `Microsoft:${guid}`),
  fc.integer(),
  fc.boolean(),
  fc.array(texts, { maxLength: 3 }),
)
const readings: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 5, arbitrary: raws.map((raw): Reading => ({ field: 'Field', form: 'value', raw })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('null', 'absent', 'truncated-by-depth').map((form): Reading => ({ field: 'Field', form, raw: null })),
  },
)

function fields<Property extends string>(properties: readonly Property[]): fc.Arbitrary<Readings<Property>> {
  const model = Object.fromEntries(properties.map((property) => [property, readings])) as Record<Property, fc.Arbitrary<Reading>>
  return fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<Readings<Property>>
}

const rows = fields(checkpointProperties).chain((others) =>
  fc.option(guids).map((id) => ({ fields: id === null ? others : { ...others, id: { field: 'Field', form: 'value', raw: id } as const } })),
)

const views = fc
  .record({
    stage: stages,
    interface: interfaces,
    participant: fc.constantFrom('p', 'q'),
    vm: vms,
    settled: fc.constantFrom('synchronised', 'awaited', 'awaited-in-vain', 'file'),
    witness: fc.boolean(),
    reading: fc.record({ fields: fields(vmProperties), checkpoints: fc.array(rows, { maxLength: 5 }) }),
  })
  .map(({ reading, ...context }) => ({ context, reading }))

const acts = fc.record({
  stage: stages,
  interface: interfaces,
  action: fc.constantFrom('create', 'rename', 'set-comment', 'restore', 'remove'),
  vm: vms,
  checkpoint: fc.option(guids),
  intended: fc.record({ name: texts, comment: texts }, { requiredKeys: [] }),
  ending: fc.constantFrom(
    { result: 'done' } as const,
    { result: 'done' } as const,
    { result: 'failed', failure: { code: 'SNAPCHECK_PRODUCT_REFUSED', sentence: 'refused', isFault: false } } as const,
    { result: 'failed', failure: { code: 'SNAPCHECK_UNREACHABLE', sentence: 'no answer', isFault: true } } as const,
    { result: 'unsupported' } as const,
  ),
})

/** Ids are as unique as a run makes them: one look per interface, VM and stage, one act per stage. */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    acts: fc.uniqueArray(acts, { maxLength: 6, selector: ({ stage }) => stage }),
    views: fc.uniqueArray(views, {
      maxLength: 8,
      selector: ({ context }) => JSON.stringify([context.stage, context.interface, context.vm]),
    }),
  })
  .map((parts) => ({
    scenario: 'any',
    acts: parts.acts.map(({ ending, ...act }): Act => ({
      id: `any/${act.stage}/${act.action}`,
      title: act.action,
      participant: act.interface,
      evidence: [],
      ...act,
      ...ending,
    })),
    views: parts.views.map(({ context, reading }): View =>
      viewOf(
        {
          id: `any/${context.stage}/${context.interface}/${context.vm}`,
          title: 'look',
          via: 'connection',
          origin: 'unidentified',
          evidence: [],
          ...context,
        },
        reading,
      ),
    ),
  }))
