import { describe, expect, it } from 'vitest'
import { virtualClock } from '../clock/virtual-clock.ts'
import type { Started } from './operations/context.ts'
import { returnCodes } from '../../products/hyperv-wmi/return-codes.ts'
import { refusals } from './refusals.ts'
import { createWorld, type World } from './world.ts'

const begin = Date.UTC(2026, 0, 15, 9, 0, 0)

function newWorld(seed = 'test'): { world: World; clock: ReturnType<typeof virtualClock> } {
  const clock = virtualClock(begin)
  return { world: createWorld({ seed, clock }), clock }
}

function vmNamed(world: World, name: string) {
  return world.vms().find((vm) => vm.name === name)!
}

function refusalOf(started: Started): number | undefined {
  return started.refusal?.code
}

describe('a checkpoint', () => {
  it('shows when its job ends, below the position of its start, with the name of the moment it was taken', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV4')
    const witness = world.checkpointsOf(vm.id)[0]!
    expect(witness.name).toBe('HV4 - (1/14/2026 - 9:00:00 AM)')

    const { job } = world.createCheckpoint(vm.id, { through: 'hyper-v' })
    expect(job).toMatchObject({ state: 4, jobType: 70, affected: [{ kind: 'vm', effect: 0 }] })
    expect(world.checkpointsOf(vm.id)).toHaveLength(1)
    clock.advanceToNextEvent()

    const made = world.checkpointsOf(vm.id)[1]!
    expect(job).toMatchObject({ state: 7, errorCode: 0, affected: [{ kind: 'vm' }, { kind: 'checkpoint', id: made.id, effect: 5 }] })
    expect(made).toMatchObject({
      name: 'HV4 - (1/15/2026 - 9:00:00 AM)',
      parent: witness.id,
      createdAt: begin,
      savedState: true,
      kind: 'Realized',
    })
    expect(world.vm(vm.id)!.position).toBe(made.id)
  })

  it('of a production type holds no memory, of an off VM neither, and copies the notes of its VM', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV1')
    world.createCheckpoint(vm.id, { through: 'vmm', name: 'by VMM' })
    clock.advanceToNextEvent()
    expect(world.checkpointsOf(vm.id)[1]).toMatchObject({
      name: 'by VMM',
      savedState: false,
      notes: ['File server of the branch office'],
      createdThrough: 'vmm',
    })
  })

  it('is refused where the product refuses it', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV7').id
    expect(refusalOf(world.createCheckpoint(world.checkpointsOf(vmNamed(world, 'HV4').id)[0]!.id, { through: 'hyper-v' }))).toBe(32773)
    expect(refusalOf(world.createCheckpoint(vm, { through: 'vmm', name: '  ' }))).toBe(32773)
    expect(refusalOf(world.createCheckpoint(vm, { through: 'vmm', name: 'x'.repeat(101) }))).toBe(32773)
    for (let count = 0; count < 50; count++) {
      expect(world.createCheckpoint(vm, { through: 'hyper-v', name: 'x'.repeat(100) }).refusal).toBeUndefined()
      expect(refusalOf(world.createCheckpoint(vm, { through: 'hyper-v' }))).toBe(32775)
      clock.advanceToNextEvent()
    }
    expect(refusalOf(world.createCheckpoint(vm, { through: 'hyper-v' }))).toBe(32768)
    expect(world.checkpointsOf(vm)).toHaveLength(50)
  })
})

describe('applying', () => {
  it('is refused on a running VM, and puts an off one back, keeping every checkpoint', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV4').id
    const witness = world.checkpointsOf(vm)[0]!.id
    world.createCheckpoint(vm, { through: 'hyper-v' })
    clock.advanceToNextEvent()
    expect(refusalOf(world.applyCheckpoint(witness))).toBe(32775)
    world.setVmState(vm, 'off')
    world.modifySettings(vm, { notes: ['changed since'] })
    clock.advanceToNextEvent()
    expect(world.vm(vm)!.notes).toEqual(['changed since'])
    world.applyCheckpoint(witness)
    clock.advanceTo(clock.now() + 60_000)
    expect(world.vm(vm)).toMatchObject({ position: witness, lastApplied: witness, state: 'saved', notes: [''] })
    expect(world.checkpointsOf(vm)).toHaveLength(2)
  })
})

describe('destroying', () => {
  it('one re-parents its children and moves the position', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV7').id
    const [root, middle, leaf] = chain(world, clock, vm, 3)
    world.destroyCheckpoint(middle!)
    clock.advanceToNextEvent()
    expect(world.checkpoint(leaf!)!.parent).toBe(root)
    world.destroyCheckpoint(leaf!)
    clock.advanceTo(clock.now() + 10_000)
    expect(world.vm(vm)!.position).toBe(root)
  })

  it('a tree removes it whole, leaves first, and tells of each', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV7').id
    const [root, middle, leaf] = chain(world, clock, vm, 3)
    const removed: unknown[] = []
    world.onChange((change) => removed.push(change.checkpoint))
    world.destroyTree(middle!)
    clock.advanceTo(clock.now() + 10_000)
    expect(removed).toEqual([leaf, middle])
    expect(world.checkpointsOf(vm).map(({ id }) => id)).toEqual([root])
    expect(world.vm(vm)!.position).toBe(root)
  })
})

describe('a job', () => {
  it('ends in an exception where read-only values came along, and leaves five minutes after its end', () => {
    const { world, clock } = newWorld()
    const vm = vmNamed(world, 'HV4').id
    const { job } = world.modifySettings(vm, { elementName: 'renamed', readOnly: ['CreationTime'] })
    const ended: number[] = []
    job!.whenDone(({ state }) => ended.push(state))
    clock.advanceToNextEvent()
    job!.whenDone(({ state }) => ended.push(state))
    expect(ended).toEqual([10, 10])
    expect(job!.errorCode).not.toBe(0)
    expect(world.vm(vm)!.name).toBe('HV4')
    clock.advanceTo(clock.now() + 299_999)
    expect(world.job(job!.id)).toBe(job)
    clock.advanceTo(clock.now() + 1)
    expect(world.job(job!.id)).toBeUndefined()
  })
})

function chain(world: World, clock: ReturnType<typeof virtualClock>, vm: Parameters<World['vm']>[0], length: number) {
  for (let count = 0; count < length; count++) {
    world.createCheckpoint(vm, { through: 'hyper-v' })
    clock.advanceTo(clock.now() + 5_000)
  }
  return world.checkpointsOf(vm).map(({ id }) => id)
}

describe('refusals', () => {
  it('use codes that Hyper-V has', () => {
    for (const { code } of Object.values(refusals)) expect(returnCodes[code]).toBeDefined()
  })
})
