import { expect, test } from 'vitest'
import { virtualClock } from '../clock/virtual-clock.ts'
import type { Checkpoint, CheckpointType, VmState } from './model.ts'
import { worldSwitchTable, type WorldSwitches } from './switches.ts'
import { createWorld, type World } from './world.ts'

interface Told {
  readonly world: World
  readonly made: Checkpoint | undefined
  readonly refusal: number | undefined
  /** ErrorCode of the job. */
  readonly failure: number | undefined
}

type Wish = {
  readonly vm: string
  readonly state?: VmState
  readonly type?: CheckpointType
  readonly name?: string
  readonly kind?: 'Recovery'
}

/** One checkpoint of a VM of the start state `depth`. */
function take({ vm: name, state, type, name: given, kind }: Wish, switches: Partial<WorldSwitches> = {}): Told {
  const clock = virtualClock(0)
  const world = createWorld({ seed: 'kinds', clock, startState: 'depth', switches })
  const vm = world.vms().find((each) => each.name === name)!.id
  if (state !== undefined) world.setVmState(vm, state)
  if (type !== undefined) world.modifySettings(vm, { checkpointType: type })
  clock.advanceTo(1_000)
  const before = world.checkpointsOf(vm).length
  const { job, refusal } = world.createCheckpoint(vm, {
    through: 'vmm',
    ...(given === undefined ? {} : { name: given }),
    ...(kind && { kind }),
  })
  clock.advanceTo(10_000)
  return { world, made: world.checkpointsOf(vm)[before], refusal: refusal?.code, failure: job?.errorCode || undefined }
}

test.each([
  ['standard, of a running VM', { vm: 'DC1', type: 5 }, true],
  ['production, whose guest takes part', { vm: 'DC1', type: 3 }, false],
  ['production only, whose guest takes part', { vm: 'DC1', type: 4 }, false],
  ['production, which falls back for want of a guest that takes part (C-051)', { vm: 'LX2', type: 3 }, true],
  ['production of a paused VM, which falls back', { vm: 'DC1', type: 3, state: 'paused' }, true],
  ['of a VM that is off, whatever the type', { vm: 'LX2', type: 4, state: 'off' }, false],
  ['of a saved VM, whatever the type', { vm: 'DC1', type: 3, state: 'saved' }, true],
  ['a recovery one of a running VM', { vm: 'FS3', kind: 'Recovery' }, false],
] as const)('%s', (_what, wish, savedState) => {
  const { made } = take(wish)
  expect(made).toMatchObject({ savedState, kind: 'kind' in wish ? 'Recovery' : 'Realized' })
  expect(made!.memory !== null).toBe(savedState)
})

test('production only without a guest that takes part leaves nothing, by a failed job or by the call (C-051)', () => {
  expect(take({ vm: 'LX2', type: 4 })).toMatchObject({ made: undefined, failure: 32768 })
  expect(take({ vm: 'LX2', type: 4 }, { productionRefusal: 'call' })).toMatchObject({ made: undefined, refusal: 32768 })
})

test('disabled refuses a user and no backup; a pass-through disk refuses both (C-050, C-087)', () => {
  expect(take({ vm: 'DC1', type: 2 })).toMatchObject({ made: undefined, refusal: 32775 })
  expect(take({ vm: 'DC1', type: 2 }, { createRefusal: 'job' })).toMatchObject({ made: undefined, failure: 32775 })
  expect(take({ vm: 'DC1', type: 2, kind: 'Recovery' }).made?.kind).toBe('Recovery')
  expect(take({ vm: 'PT6' })).toMatchObject({ made: undefined, refusal: 32770 })
})

test('whether a fallen back one shows the setting of the VM or standard is a switch', () => {
  expect(take({ vm: 'LX2', type: 3 }).made?.userKind).toBe(3)
  expect(take({ vm: 'LX2', type: 3 }, { fallbackShows: 'standard' }).made?.userKind).toBe(5)
  expect(take({ vm: 'DC1', type: 3 }, { fallbackShows: 'standard' }).made?.userKind).toBe(3)
})

test('a name of 101 characters is refused, cut or taken; 100 are always taken', () => {
  const name = 'x'.repeat(101)
  expect(take({ vm: 'DC1', name })).toMatchObject({ made: undefined, refusal: 32773 })
  expect(take({ vm: 'DC1', name }, { longNames: 'truncate' }).made?.name).toBe('x'.repeat(100))
  expect(take({ vm: 'DC1', name }, { longNames: 'accept' }).made?.name).toBe(name)
  expect(take({ vm: 'DC1', name: name.slice(1) }).made?.name).toBe(name.slice(1))
})

test('a recovery checkpoint may leave the position where it was', () => {
  const position = (told: Told): unknown => told.world.vm(told.made!.vm)!.position
  const moved = take({ vm: 'DC1', kind: 'Recovery' })
  expect(position(moved)).toBe(moved.made!.id)
  const kept = take({ vm: 'DC1', kind: 'Recovery' }, { recoveryMovesPosition: false })
  expect(position(kept)).toBe(kept.made!.parent)
})

test('an apply brings back disks, memory, hardware and notes of the moment of the call, and what came between is gone', () => {
  const clock = virtualClock(0)
  const world = createWorld({ seed: 'guest', clock, startState: 'depth' })
  const vm = world.vms().find(({ name }) => name === 'FS3')!.id
  const write = (text: string): void =>
    (['applicationData', 'guestMemory', 'hardware'] as const).forEach((what) => world.changeGuest(vm, what, text))
  write('before')
  world.createCheckpoint(vm, { through: 'hyper-v' })
  write('while the job runs')
  clock.advanceTo(10_000)
  expect(world.guest(vm)).toEqual({
    applicationData: Array(2).fill('while the job runs'),
    guestMemory: 'while the job runs',
    hardware: 'while the job runs',
  })
  world.changeVmState(vm, 'off')
  clock.advanceTo(20_000)
  expect(world.guest(vm).guestMemory).toBeNull()
  world.applyCheckpoint(world.vm(vm)!.position!)
  clock.advanceTo(30_000)
  expect(world.vm(vm)!.state).toBe('saved')
  expect(world.guest(vm)).toEqual({ applicationData: ['before', 'before'], guestMemory: 'before', hardware: 'before' })
})

test.each([
  ['running', 'off', 13],
  ['running', 'saved', 14],
  ['running', 'paused', 26],
  ['paused', 'running', 27],
  ['paused', 'saved', 14],
  ['saved', 'running', 15],
  ['saved', 'off', 13],
  ['off', 'running', 12],
  ['off', 'saved', undefined],
  ['off', 'paused', undefined],
  ['saved', 'paused', undefined],
  ['running', 'running', undefined],
] as const)('from %s to %s by a job of type %s', (from, to, jobType) => {
  const clock = virtualClock(0)
  const world = createWorld({ seed: 'states', clock, startState: 'depth' })
  const vm = world.vms()[0]!.id
  world.setVmState(vm, from)
  const { job, refusal } = world.changeVmState(vm, to)
  clock.advanceTo(10_000)
  expect(job?.jobType).toBe(jobType)
  if (jobType === undefined) expect(refusal?.code).toBe(32775)
  expect(world.vm(vm)!.state).toBe(jobType === undefined ? from : to)
})

test('every switch has a mark and a source', () => {
  for (const { mark, source } of Object.values(worldSwitchTable)) {
    expect(mark).toMatch(/^(documented|observed|inferred|assumed)$/)
    expect(source).not.toBe('')
  }
})
