import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { commonState, countCreate, lockVm } from './common-state.ts'

test('a VM has one worker at a time, and every waiting one gets its turn', async () => {
  const state = commonState(2)
  const inside = [0, 0]
  let most = 0
  let done = 0
  const work = async (vm: number): Promise<void> => {
    const release = await lockVm(state, vm)
    inside[vm]!++
    most = Math.max(most, inside[vm]!)
    for (let turn = 0; turn < 3; turn++) await setImmediate()
    inside[vm]!--
    done++
    release()
  }
  await Promise.all(Array.from({ length: 40 }, (_, index) => work(index % 2)))
  expect(most).toBe(1)
  expect(done).toBe(40)
})

test('two VMs do not wait for each other', async () => {
  const state = commonState(2)
  const first = await lockVm(state, 0)
  const second = await lockVm(state, 1)
  expect([...new Int32Array(state.memory)]).toEqual([0, 1, 1])
  second()
  first()
  expect([...new Int32Array(state.memory)]).toEqual([0, 0, 0])
})

test('all who hold the same memory count together', () => {
  const state = commonState(0)
  const other = { memory: state.memory }
  expect([countCreate(state, 3), countCreate(other, 3), countCreate(state, 3), countCreate(other, 3)]).toEqual([true, true, true, false])
})
