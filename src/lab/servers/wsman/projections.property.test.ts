import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wmiClasses } from '../../../products/hyperv-wmi/classes.ts'
import { hostBuilds, type HostProfileId } from '../../../products/hyperv-wmi/builds.ts'
import type { Reference } from '../../../protocols/wsman/codec/reference.ts'
import { guidOfInstanceId, guidOfSettingPath } from '../../../checkpoint/guid.ts'
import { virtualClock } from '../../clock/virtual-clock.ts'
import { effectsOf, faultId, noFaults } from '../../faults/catalogue.ts'
import { createWorld, type World } from '../../world/world.ts'
import { hostView } from './host-view.ts'
import { objectsOf, rowsOf } from './repository.ts'

const steps = fc.array(fc.record({ what: fc.constantFrom('create', 'vmm', 'apply', 'destroy', 'tree'), pick: fc.nat(100) }), {
  maxLength: 25,
  size: 'max',
})
type Steps = readonly { readonly what: string; readonly pick: number }[]

function grown(sequence: Steps, faults = noFaults, profile: HostProfileId = 'ws2025'): World {
  const clock = virtualClock(0)
  const world = createWorld({ seed: 'projection', clock, effects: effectsOf(faults), profile })
  for (const { what, pick } of sequence) {
    const vm = world.vms()[pick % 3]!.id
    const checkpoints = world.checkpointsOf(vm)
    const checkpoint = checkpoints[pick % Math.max(checkpoints.length, 1)]?.id ?? vm
    world.setVmState(vm, 'off')
    if (what === 'create' || what === 'vmm') world.createCheckpoint(vm, { through: what === 'vmm' ? 'vmm' : 'hyper-v' })
    if (what === 'apply') world.applyCheckpoint(checkpoint)
    if (what === 'destroy') world.destroyCheckpoint(checkpoint)
    if (what === 'tree') world.destroyTree(checkpoint)
    clock.advanceTo(clock.now() + 5_000)
  }
  return world
}

function instances(world: World, className: string) {
  const definition = wmiClasses.find(({ name }) => name === className)!
  return objectsOf(definition, hostView(world, world.hosts[0]!)).map(({ instance }) => instance.properties)
}

/** The last key of a reference: of settings their InstanceID, of a VM its Name. */
const keyOf = (value: unknown): string => guidOfInstanceId(String((value as Reference).selectors.at(-1)!.value))!
const pairs = (world: World, className: string, from: string, to: string): readonly string[] =>
  instances(world, className)
    .map((row) => `${keyOf(row.get(from))}>${keyOf(row.get(to))}`)
    .toSorted()

describe('every projection tells the same', () => {
  it('after any sequence of operations', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const world = grown(sequence)
        const settings = instances(world, 'Msvm_VirtualSystemSettingData')
        const checkpoints = settings.filter((row) => String(row.get('VirtualSystemType')).startsWith('Microsoft:Hyper-V:Snapshot:'))
        const ownId = (row: (typeof settings)[number]): string => String(row.get('ConfigurationID'))
        const edges = settings.flatMap((row) =>
          row.get('Parent') === null ? [] : [`${guidOfSettingPath(String(row.get('Parent')))}>${ownId(row)}`],
        )
        expect(pairs(world, 'Msvm_ParentChildSettingData', 'Antecedent', 'Dependent')).toEqual(edges.toSorted())
        expect(pairs(world, 'Msvm_SnapshotOfVirtualSystem', 'Antecedent', 'Dependent')).toEqual(
          checkpoints.map((row) => `${String(row.get('VirtualSystemIdentifier'))}>${ownId(row)}`).toSorted(),
        )
        const positions = world.vms().flatMap(({ id, position }) => (position === null ? [] : [`${id}>${position}`]))
        expect(pairs(world, 'Msvm_MostCurrentSnapshotInBranch', 'Antecedent', 'Dependent')).toEqual(positions.toSorted())
      }),
    )
  })

  it('hidden checkpoints are in none of them', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const world = grown(sequence, new Set([faultId('hidden-checkpoint')]))
        const hidden = new Set(
          world
            .vms()
            .flatMap(({ id }) => world.checkpointsOf(id))
            .filter(({ createdThrough }) => createdThrough === 'vmm')
            .map(({ id }) => id as string),
        )
        const references = wmiClasses
          .flatMap(({ name }) => instances(world, name).flatMap((row) => [...row.values()]))
          .filter((value) => typeof value === 'object' && value !== null && 'resourceUri' in value)
        expect(references.some((value) => hidden.has(keyOf(value)))).toBe(false)
        expect(instances(world, 'Msvm_VirtualSystemSettingData').some((row) => hidden.has(String(row.get('ConfigurationID'))))).toBe(false)
      }),
    )
  })
})

describe('class tables', () => {
  it.each(Object.keys(hostBuilds) as HostProfileId[])(
    'no row holds what the tables of %s do not, and no value waits to be filled in',
    (profile) => {
      const world = grown([{ what: 'create', pick: 0 }], noFaults, profile)
      for (const { name, properties } of wmiClasses) {
        const known = new Set(properties.flatMap(({ types }) => Object.keys(types)))
        const rows = rowsOf[name]!(hostView(world, world.hosts[0]!))
        for (const row of rows) {
          expect(Object.keys(row).filter((property) => !known.has(property))).toEqual([])
          expect(Object.values(row).filter((value) => typeof value === 'string' && value.includes('${'))).toEqual([])
        }
      }
    },
  )
})
