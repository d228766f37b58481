import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import type { ErrorCode } from '../../foundation/error-codes.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import { unfinishedJournals } from '../ownership/journal/folder.ts'
import { openJournal } from '../ownership/journal/open.ts'
import type { Ownership } from '../ownership/ownership.ts'
import { sweep } from '../ownership/sweep.ts'
import { connectTo, placesOf } from '../ownership/testing/connect.ts'
import { cleanUp, type Cleanup } from './cleanup.ts'
import { createOwned } from './owned-acts.ts'

let lab: Lab
let vm: Guid
beforeAll(async () => {
  lab = await startLab({ seed: 'lost' })
  vm = lab.vms[0]!.id
})
afterAll(() => lab.close())

interface Told {
  readonly folder: string
  readonly own: Ownership
  readonly cleanup: Cleanup
}

/** One create whose answer does not come, and the clean-up after it. `send` is what becomes of it at the product. */
async function oneLost(lost: SnapcheckError, send: (create: () => Promise<unknown>) => Promise<unknown>, name?: string): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'snapcheck-lost-'))
  const places = placesOf(lab.endpoints)
  const own = openJournal({ folder, run: 'r', telling: 't/hyperv-wmi', vm, creator: places[0]!, places, now: lab.clock.now() })
  const host = connectTo(lab.endpoints, lab.clock, 'lost')({ interface: 'hyperv-wmi' })
  const losing: CheckpointInterface = {
    ...host,
    create: async (of, { onMade: _onMade, ...wanted }) => {
      await send(() => host.create(of, wanted))
      throw lost
    },
  }
  const parts = { source: { vm }, ownership: own, sessions: { all: () => [] } }
  await createOwned(losing, parts, name === undefined ? {} : { name: `${name} [snapcheck ${own.mark}]` }).catch(() => undefined)
  const cleanup = await cleanUp({
    hands: { vm, clock: lab.clock, removing: host, looking: [host] },
    ownership: own,
    baseline: [],
    done: { acts: [] },
  })
  await host.close()
  own.release()
  return { folder, own, cleanup }
}

const failure = (code: ErrorCode, productCode?: string): SnapcheckError =>
  new SnapcheckError(code, 'no answer', productCode === undefined ? {} : { productCode })

describe('a create that the product did, and whose answer did not come', () => {
  test.each(['SNAPCHECK_UNREACHABLE', 'SNAPCHECK_JOB_TIMEOUT', 'SNAPCHECK_PROTOCOL', 'SNAPCHECK_ACCESS_DENIED'] as const)(
    '(%s) is listed where it has no mark',
    async (code) => {
      const { cleanup } = await oneLost(failure(code), (create) => create())
      expect(cleanup).toMatchObject({ outcome: 'left-behind', leftovers: [{ why: expect.stringContaining('answer was lost') }] })
    },
  )
})

describe('a create that has no effect yet when everything else is cleaned up', () => {
  test('keeps its journal open, says so, and is swept when it has come', async () => {
    const { folder, own, cleanup } = await oneLost(failure('SNAPCHECK_UNREACHABLE'), async () => undefined, 'late')
    expect(cleanup).toMatchObject({ leftovers: [], sentence: expect.stringContaining('snapcheck sweep') })
    expect(unfinishedJournals(folder)).toHaveLength(1)
    const host = connectTo(lab.endpoints, lab.clock, 'late')({ interface: 'hyperv-wmi' })
    const { value } = await host.create(vm, { name: `late [snapcheck ${own.mark}]` })
    const connect = connectTo(lab.endpoints, lab.clock, 'sweep')
    const swept = await sweep({ folder, connect: async (place) => connect(place), clock: lab.clock, apply: true, run: 'sweep' })
    expect(swept.flatMap(({ removed }) => removed)).toEqual([value])
    await host.close()
  })

  test('was found by its mark: then nothing is awaited any more', async () => {
    const { folder, cleanup } = await oneLost(failure('SNAPCHECK_UNREACHABLE'), (create) => create(), 'found')
    expect(cleanup.outcome).toBe('restored')
    expect(unfinishedJournals(folder)).toEqual([])
  })

  test.each([
    ['the product said no', failure('SNAPCHECK_PRODUCT_REFUSED', '32775')],
    ['it was not allowed', failure('SNAPCHECK_NOT_ALLOWED')],
  ])('nor where %s', async (_title, error) => {
    const { folder } = await oneLost(error, async () => undefined)
    expect(unfinishedJournals(folder)).toEqual([])
  })
})

test("what SCVMM refused because another's job holds the VM (2606) was never made: what that job makes is not ours", async () => {
  const stranger = connectTo(lab.endpoints, lab.clock, 'stranger')({ interface: 'hyperv-wmi' })
  const { cleanup } = await oneLost(failure('SNAPCHECK_PRODUCT_REFUSED', '2606'), () => stranger.create(vm, {}))
  expect(cleanup.leftovers).toEqual([])
  await stranger.close()
})
