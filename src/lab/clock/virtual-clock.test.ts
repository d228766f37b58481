import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { virtualClock } from './virtual-clock.ts'

describe('virtual clock', () => {
  it('runs what is due in the order of time, and of insertion within one moment, before it sets the time', async () => {
    const clock = virtualClock(1_000)
    const ran: string[] = []
    const note = (name: string) => (): void => void ran.push(`${name}@${clock.now()}`)
    clock.schedule(1_500, note('late'))
    clock.schedule(1_200, note('first'))
    clock.schedule(1_200, note('second'))
    clock.schedule(9_000, note('never'))
    await clock.sleep(600)
    expect(ran).toEqual(['first@1200', 'second@1200', 'late@1500'])
    expect(clock.now()).toBe(1_600)
  })

  it('runs events that events schedule within the same sleep', async () => {
    const clock = virtualClock(0)
    let ticks = 0
    const tick = (): void => {
      ticks++
      clock.schedule(clock.now() + 120_000, tick)
    }
    clock.schedule(120_000, tick)
    await clock.sleep(30 * 60_000)
    expect(ticks).toBe(15)
  })

  it('cancels, advances to the next event and refuses to sleep on an aborted signal', async () => {
    const clock = virtualClock(0)
    const cancel = clock.schedule(10, () => expect.unreachable('was cancelled'))
    cancel()
    expect(clock.advanceToNextEvent()).toBe(false)
    clock.schedule(50, () => undefined)
    expect(clock.advanceToNextEvent()).toBe(true)
    expect(clock.now()).toBe(50)
    await expect(clock.sleep(5, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop')
    expect(clock.now()).toBe(50)
  })

  it('never runs an event early, late, twice or out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 60 }), fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }), (times, sleeps) => {
        const clock = virtualClock(0)
        const ran: number[] = []
        times.forEach((atMs, index) =>
          clock.schedule(atMs, () => {
            expect(clock.now()).toBe(atMs)
            ran.push(index)
          }),
        )
        for (const pause of sleeps) clock.advanceTo(clock.now() + pause)
        const due = times.map((atMs, index) => ({ atMs, index })).filter(({ atMs }) => atMs <= clock.now())
        expect(ran).toEqual(due.toSorted((one, other) => one.atMs - other.atMs || one.index - other.index).map(({ index }) => index))
      }),
    )
  })
})
