import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { virtualClock } from '../clock/virtual-clock.ts'
import { createWorld, type World } from './world.ts'

type What = 'create' | 'recovery' | 'apply' | 'destroy' | 'tree' | 'write' | 'wait' | 'power'
const steps = fc.array(
  fc.record({
    what: fc.constantFrom<What>('create', 'create', 'recovery', 'apply', 'destroy', 'destroy', 'tree', 'write', 'wait', 'power'),
    pick: fc.nat(1_000),
    /** Milliseconds until the next step: at once, after the job, or after the merge. */
    after: fc.constantFrom(0, 4_000, 4_000, 30_000),
  }),
  { maxLength: 60, size: 'max' },
)

interface Step {
  readonly what: What
  readonly pick: number
  readonly after: number
}

interface Lived {
  readonly world: World
  readonly vm: Guid
  /** What the guest had on its disks when each checkpoint was taken. */
  readonly taken: ReadonlyMap<Guid, readonly string[]>
}

/** A VM with two disks, lived through; at the end every merge is over. */
function live(sequence: readonly Step[]): Lived {
  const clock = virtualClock(0)
  const world = createWorld({ seed: 'disks', clock, startState: 'depth' })
  const vm = world.vms().find(({ name }) => name === 'FS3')!.id
  const taken = new Map<Guid, readonly string[]>()
  const contents = (): readonly string[] => world.guest(vm).applicationData
  for (const { id } of world.checkpointsOf(vm)) taken.set(id, contents())
  for (const [index, { what, pick, after }] of sequence.entries()) {
    const checkpoints = world.checkpointsOf(vm)
    const chosen = checkpoints[pick % Math.max(1, checkpoints.length)]?.id ?? vm
    const create = (kind: 'Realized' | 'Recovery'): void => {
      const before = contents()
      world.createCheckpoint(vm, { through: 'hyper-v', kind }).job?.whenDone(({ affected }) => {
        const made = affected.find((each) => each.kind === 'checkpoint')
        if (made !== undefined) taken.set(made.id, before)
      })
    }
    const actions: Readonly<Record<What, () => unknown>> = {
      create: () => create('Realized'),
      recovery: () => create('Recovery'),
      apply: () => world.applyCheckpoint(chosen),
      destroy: () => world.destroyCheckpoint(chosen),
      tree: () => world.destroyTree(chosen),
      write: () => world.changeGuest(vm, 'applicationData', `write ${index}`),
      wait: () => clock.advanceTo(clock.now() + pick * 30),
      power: () => world.setVmState(vm, pick % 2 === 0 ? 'running' : 'off'),
    }
    actions[what]()
    clock.advanceTo(clock.now() + after)
  }
  clock.advanceTo(clock.now() + 120_000)
  return { world, vm, taken }
}

function chainFrom(world: World, path: string): readonly string[] {
  const parent = world.file(path)!.parent
  return parent === null ? [path] : [path, ...chainFrom(world, parent)]
}

function ancestors(world: World, from: Guid | null): readonly Guid[] {
  return from === null ? [] : [from, ...ancestors(world, world.checkpoint(from)!.parent)]
}

describe('once every merge has ended, whatever was done', () => {
  it('a chain holds the files of the checkpoints above it in their order, and besides only what holds up several branches', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const { world, vm } = live(sequence)
        const checkpoints = world.checkpointsOf(vm)
        for (const slot of [0, 1]) {
          const fileOf = new Map(checkpoints.map(({ id, disks }) => [id, disks[slot]!]))
          const owned = new Set(fileOf.values())
          const standing = [
            ...checkpoints.map(({ id, parent, disks }) => ({ path: disks[slot]!, above: ancestors(world, parent), id })),
            { path: world.vm(vm)!.disks[slot]!, above: ancestors(world, world.vm(vm)!.position), id: vm },
          ]
          expect(owned.size).toBe(checkpoints.length)
          for (const { path, above } of standing) {
            const below = chainFrom(world, path).slice(1)
            expect(below.filter((each) => owned.has(each))).toEqual(above.map((id) => fileOf.get(id)))
            for (const shared of below.filter((each) => !owned.has(each)))
              expect(world.filesOf(vm).filter(({ parent }) => parent === shared).length).toBeGreaterThan(1)
          }
        }
        expect(world.vm(vm)!.mergingUntil).toBeNull()
      }),
    )
  })

  it('nothing lies about that nobody stands on, and every name is that of its base and a GUID (C-089)', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const { world, vm } = live(sequence)
        const standing = [world.vm(vm)!, ...world.checkpointsOf(vm)].flatMap(({ disks }) => disks.flatMap((path) => chainFrom(world, path)))
        expect(new Set(world.filesOf(vm).map(({ path }) => path))).toEqual(new Set(standing))
        for (const { path, parent } of world.filesOf(vm))
          expect(path).toMatch(parent === null ? /\\FS3(-data)?\.vhdx$/ : /\\FS3(-data)?_[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\.avhdx$/)
      }),
    )
  })

  it('each checkpoint still holds what the guest had when it was taken', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const { world, vm, taken } = live(sequence)
        for (const { id, disks } of world.checkpointsOf(vm)) expect(disks.map((path) => world.file(path)!.content)).toEqual(taken.get(id))
      }),
    )
  })
})
