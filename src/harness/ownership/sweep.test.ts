import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import { openJournal } from './journal/open.ts'
import { unfinishedJournals } from './journal/folder.ts'
import type { Ownership } from './ownership.ts'
import { sweep, type SweepOptions, type Swept } from './sweep.ts'
import { connectTo, placesOf } from './testing/connect.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab({ seed: 'sweep' })
})
afterAll(() => lab.close())

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'snapcheck-sweep-'))

/** A run that has just begun on the n-th VM. */
function begun(folder: string, index: number): Ownership & { readonly vm: Guid } {
  const vm = lab.vms[index]!.id
  const places = placesOf(lab.endpoints)
  const own = openJournal({
    folder,
    run: `run ${index}`,
    telling: `a.story/${index}`,
    vm,
    creator: places[0]!,
    places,
    now: lab.clock.now(),
  })
  own.baseline(vm, [])
  return { ...own, vm }
}

function swept(folder: string, more: Partial<SweepOptions> = {}): Promise<readonly Swept[]> {
  const connect = connectTo(lab.endpoints, lab.clock, 'sweep')
  return sweep({ folder, connect: async (place) => connect(place), clock: lab.clock, apply: true, run: 'sweep', ...more })
}

async function made({ vm }: { readonly vm: Guid }): Promise<Guid> {
  const through = connectTo(lab.endpoints, lab.clock, 'run')({ interface: 'hyperv-wmi' })
  const { value } = await through.create(vm, {})
  await through.close()
  return value
}

const standing = (vm: Guid): readonly Guid[] => lab.world.checkpointsOf(vm).map(({ id }) => id)

describe('a sweep beside a run that is alive', () => {
  test('does not close the journal of one that has created nothing yet, so that what it creates later is found', async () => {
    const folder = newFolder()
    const own = begun(folder, 0)
    const [beside] = await swept(folder)
    expect(beside).toMatchObject({ isClosed: false, failure: { code: 'SNAPCHECK_VM_IN_USE' } })
    const step = own.intend({ vm: own.vm, through: own.place('hyperv-wmi'), name: null, before: standing(own.vm) })
    const checkpoint = await made(own)
    own.created(step, checkpoint)
    own.release()
    expect((await swept(folder)).flatMap(({ removed }) => removed)).toEqual([checkpoint])
    expect(standing(own.vm)).not.toContain(checkpoint)
  })

  test('knows what it wrote down until it let go of the VM', async () => {
    const folder = newFolder()
    const first = begun(folder, 0)
    first.intend({ vm: first.vm, through: first.place('hyperv-wmi'), name: null, before: standing(first.vm) })
    first.release()
    const second = begun(folder, 1)
    const step = second.intend({ vm: second.vm, through: second.place('hyperv-wmi'), name: null, before: standing(second.vm) })
    const checkpoint = await made(second)
    const connect = connectTo(lab.endpoints, lab.clock, 'sweep')
    let isOver = false
    const result = await swept(folder, {
      connect: async (place) => {
        if (!isOver) second.created(step, checkpoint)
        if (!isOver) second.release()
        isOver = true
        return connect(place)
      },
    })
    expect(result.flatMap(({ removed }) => removed)).toEqual([checkpoint])
    expect(unfinishedJournals(folder)).toEqual([])
  })
})

test('a journal that goes on after its last word is unfinished', () => {
  const folder = newFolder()
  const own = begun(folder, 0)
  own.close('not-needed', [])
  own.intend({ vm: own.vm, through: own.place('hyperv-wmi'), name: null, before: [] })
  own.release()
  expect(unfinishedJournals(folder)).toHaveLength(1)
})
