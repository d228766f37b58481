import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { virtualClock } from '../clock/virtual-clock.ts'
import { createWorld, type World } from './world.ts'

/** One step of somebody; `pick` chooses a VM or checkpoint among those that exist at that moment. */
type Step =
  | { readonly do: 'create'; readonly pick: number; readonly through: 'hyper-v' | 'vmm' }
  | { readonly do: 'apply' | 'destroy' | 'destroy-tree' | 'rename' | 'power'; readonly pick: number }
  | { readonly do: 'wait'; readonly pick: number }

const pick = fc.nat(1_000)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('create' as const), pick, through: fc.constantFrom('hyper-v' as const, 'vmm' as const) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('apply' as const, 'destroy' as const, 'destroy-tree' as const, 'rename' as const, 'power' as const),
      pick,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), pick: fc.nat(6_000) }) },
)
const states = ['running', 'off', 'saved', 'paused'] as const

function run(steps: readonly Step[], seed: string): World {
  const clock = virtualClock(Date.UTC(2026, 0, 1))
  const world = createWorld({ seed, clock })
  for (const each of steps) {
    const vm = world.vms()[each.pick % world.vms().length]!
    const checkpoints = world.checkpointsOf(vm.id)
    const checkpoint = checkpoints[each.pick % Math.max(1, checkpoints.length)]?.id ?? vm.id
    const actions: Record<Step['do'], () => unknown> = {
      create: () => world.createCheckpoint(vm.id, { through: each.do === 'create' ? each.through : 'hyper-v' }),
      apply: () => world.applyCheckpoint(checkpoint),
      destroy: () => world.destroyCheckpoint(checkpoint),
      'destroy-tree': () => world.destroyTree(checkpoint),
      rename: () => world.modifySettings(checkpoint, { elementName: `name ${each.pick}` }),
      power: () => world.setVmState(vm.id, states[each.pick % states.length]!),
      wait: () => clock.advanceTo(clock.now() + each.pick),
    }
    actions[each.do]()
  }
  return world
}

function everything(world: World) {
  return {
    vms: world.vms(),
    checkpoints: world.vms().flatMap((vm) => world.checkpointsOf(vm.id)),
    jobs: world.jobs().map(({ id, state, affected }) => ({ id, state, affected })),
  }
}

function readAll(world: World): void {
  for (const vm of world.vms()) {
    world.vm(vm.id)
    for (const { id } of world.checkpointsOf(vm.id)) {
      world.checkpoint(id)
      world.childrenOf(id)
    }
  }
  for (const { id } of world.jobs()) world.job(id)
}

function rootsReached(world: World, from: Guid): boolean {
  const seen = new Set<Guid>()
  for (let at: Guid | null = from; at !== null; at = world.checkpoint(at)!.parent) {
    if (seen.has(at) || world.checkpoint(at) === undefined) return false
    seen.add(at)
  }
  return true
}

describe('after any sequence of operations', () => {
  const steps = fc.array(step, { maxLength: 120, size: 'max' })

  it("each VM's checkpoints are a forest of its own, and its position is one of them or none", () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const world = run(sequence, 'forest')
        for (const vm of world.vms()) {
          const checkpoints = world.checkpointsOf(vm.id)
          const ids = new Set(checkpoints.map(({ id }) => id))
          for (const checkpoint of checkpoints) {
            expect(checkpoint.vm).toBe(vm.id)
            expect(checkpoint.parent === null || ids.has(checkpoint.parent)).toBe(true)
            expect(rootsReached(world, checkpoint.id)).toBe(true)
            expect(new Set(world.childrenOf(checkpoint.id))).toEqual(new Set(checkpoints.filter(({ parent }) => parent === checkpoint.id)))
          }
          for (const pointer of [vm.position, vm.lastApplied]) expect(pointer === null || ids.has(pointer)).toBe(true)
        }
      }),
    )
  })

  it('no reading changes anything', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const world = run(sequence, 'reading')
        const before = structuredClone(everything(world))
        readAll(world)
        expect(everything(world)).toEqual(before)
      }),
    )
  })

  it('the same seed gives the same world, another seed other ids', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const once = everything(run(sequence, 'same'))
        expect(everything(run(sequence, 'same'))).toEqual(once)
        const ids = new Set(everything(run(sequence, 'other')).checkpoints.map(({ id }) => id))
        expect(once.checkpoints.some(({ id }) => ids.has(id))).toBe(false)
      }),
    )
  })
})
