import fc from 'fast-check'
import { interfaceIds } from '../../checkpoint/interface-id.ts'
import type { MeasurementName, Measurements } from '../../checkpoint/measurement.ts'
import { checkpointProperties, vmProperties, type Reading, type Readings } from '../../checkpoint/reading.ts'
import { checkpointTypes, vmStates } from '../../checkpoint/vm.ts'
import { actions, settledForms, type Act, type Measurement, type Story, type View } from '../observation.ts'
import type { Json } from '../../foundation/json.ts'
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
    settled: fc.constantFrom(...settledForms),
    awaitedMs: fc.option(fc.nat({ max: 4_000_000 }), { nil: undefined }),
    witness: fc.boolean(),
    reading: fc.record({ fields: fields(vmProperties), checkpoints: fc.array(rows, { maxLength: 5 }) }),
  })
  .map(({ reading, awaitedMs, ...context }) => ({ context: { ...context, ...(awaitedMs === undefined ? {} : { awaitedMs }) }, reading }))

const acts = fc.record({
  stage: stages,
  interface: interfaces,
  action: fc.oneof(fc.constantFrom('create', 'restore', 'remove'), fc.constantFrom(...actions)),
  vm: vms,
  checkpoint: fc.option(guids),
  intended: fc.record(
    {
      name: fc.oneof(texts, fc.constantFrom(' ', 'n'.repeat(99), 'n'.repeat(100), 'n'.repeat(101))),
      comment: texts,
      kind: fc.constantFrom('default', 'recovery'),
      form: fc.constantFrom('confirm-true', 'confirm-null'),
      checkpointType: fc.constantFrom(...checkpointTypes),
      vmState: fc.constantFrom(...vmStates),
      vmNotes: texts,
      inside: fc.constantFrom('applicationData: x', 'guestMemory: y', 'occupied'),
    },
    { requiredKeys: [] },
  ),
  attempted: fc.option(fc.constant(true as const), { nil: undefined }),
  ending: fc.constantFrom(
    { result: 'done' } as const,
    { result: 'done' } as const,
    { result: 'failed', failure: { code: 'SNAPCHECK_PRODUCT_REFUSED', sentence: 'refused', isFault: false } } as const,
    { result: 'failed', failure: { code: 'SNAPCHECK_UNREACHABLE', sentence: 'no answer', isFault: true } } as const,
    {
      result: 'failed',
      failure: { code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '32775', sentence: 'refused', isFault: false },
    } as const,
    { result: 'unsupported' } as const,
  ),
})

const status = fc.oneof(fc.constantFrom(200, 204, 400, 404, 405), fc.constant('denied' as const))
const names = fc.array(fc.constantFrom('ID', 'StampId', 'Name', 'Owner', 'UserSnapshotType'), { maxLength: 4 })
const nothing = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value)
const shown = fc.record({ name: nothing(texts), comment: nothing(texts) })

/** Each probe's value in its own shape. */
const values: { readonly [Name in MeasurementName]: fc.Arbitrary<Measurements[Name]> } = {
  verbs: fc.record({
    collection: fc.record({ GET: status }),
    entity: fc.record({ GET: status, PUT: status, MERGE: status, POST: status }),
  }),
  key: fc.record({ declared: names, inOrder: status, swapped: status, half: status }),
  properties: names,
  principal: fc.record({ with: status, without: status }),
  root: nothing(
    fc.constantFrom('/SC2012/VMM/Microsoft.Management.Odata.svc', '/SC2012R2/VMM/Microsoft.Management.Odata.svc', '/elsewhere'),
  ),
  formats: fc.record({
    answers: fc.array(
      fc.record({
        asked: fc.constantFrom('application/atom+xml', 'text/csv'),
        status,
        answered: nothing(fc.constant('application/atom+xml')),
      }),
    ),
    jsonTime: nothing(texts),
    jsonType: nothing(texts),
  }),
  lock: fc.record({ second: nothing(fc.constantFrom('2606', '12711')), retry: nothing(fc.constant('2606')) }),
  putRestore: fc.record({ before: shown, after: shown }),
}

const probes = fc.oneof(
  ...(Object.keys(values) as MeasurementName[]).map((name) =>
    fc
      .record({ stage: stages, interface: interfaces, vm: vms, value: values[name] as fc.Arbitrary<unknown> })
      .map((rest) => ({ ...rest, name })),
  ),
)

/** Ids are as unique as a run makes them: one look per interface, VM and stage, one act per stage. */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    vmNeed: fc.option(fc.constantFrom('library', 'pass-through', 'no-integration', 'running'), { nil: undefined }),
    probes: fc.uniqueArray(probes, {
      maxLength: 3,
      selector: ({ stage, interface: id, vm, name }) => JSON.stringify([stage, id, vm, name]),
    }),
    acts: fc.uniqueArray(acts, { maxLength: 6, selector: ({ stage }) => stage }),
    views: fc.uniqueArray(views, {
      maxLength: 8,
      selector: ({ context }) => JSON.stringify([context.stage, context.interface, context.vm]),
    }),
  })
  .map((parts) => ({
    scenario: 'any',
    ...(parts.vmNeed === undefined ? {} : { vmNeed: parts.vmNeed }),
    measurements: parts.probes.map(({ value, ...probe }): Measurement => ({
      id: `any/${probe.stage}/${probe.interface}/${probe.vm}/${probe.name}`,
      title: probe.name,
      participant: probe.interface,
      via: 'connection',
      origin: 'unidentified',
      evidence: [],
      ...probe,
      value: value as Json,
    })),
    acts: parts.acts.map(({ ending, attempted, ...act }): Act => ({
      id: `any/${act.stage}/${act.action}`,
      title: act.action,
      participant: act.interface,
      evidence: [],
      ...act,
      ...(attempted === undefined ? {} : { attempted }),
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
