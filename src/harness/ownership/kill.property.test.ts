import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChildProcess } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import type { Standing } from './entries.ts'
import { sweep, sweepExitCode, type SweepOptions, type Swept } from './sweep.ts'
import { connectTo } from './testing/connect.ts'
import { plans, type Plan } from './testing/plan.ts'
import { killWhen, openSite, ordersFor, startRun, strangerAtWork, type Site } from './testing/site.ts'

/** `npm run soak` runs the full number, or as many as SNAPCHECK_SOAK_RUNS says. */
const isSoak = process.env['MODE'] === 'soak'
const runs = isSoak ? Number(process.env['SNAPCHECK_SOAK_RUNS'] ?? 1_000) : 24

let next: Promise<ChildProcess> | undefined
afterAll(async () => void (await next)?.kill())

describe('a run that is killed at any moment, while somebody else works on the same VM', () => {
  test(
    'is swept: what was there before and what is theirs stay as they are, and nothing of ours is left',
    async () => {
      await fc.assert(fc.asyncProperty(plans, fc.nat(), killedAndSwept), {
        numRuns: runs,
        ...(isSoak ? {} : { seed: 4 }),
        // A plan that fails depends on the moment too, so a smaller one that passes proves nothing.
        endOnFailure: true,
      })
    },
    isSoak ? 7_200_000 : 300_000,
  )
})

async function killedAndSwept(plan: Plan, seed: number): Promise<void> {
  const site = await openSite(`kill ${seed}`)
  try {
    const folder = mkdtempSync(join(tmpdir(), 'snapcheck-kill-'))
    const before = site.standing()
    const child = await (next ?? startRun())
    next = startRun()
    const [theirs] = await Promise.all([
      strangerAtWork(site, plan.stranger),
      killWhen(child, site, plan.kill, ordersFor(site, plan, folder)),
    ])
    await check(site, plan, folder, before, theirs)
  } finally {
    await site.lab.close()
  }
}

async function check(site: Site, plan: Plan, folder: string, before: readonly Standing[], theirs: ReadonlySet<Guid>): Promise<void> {
  const connect = connectTo(site.lab.endpoints, site.lab.clock, 'sweep')
  const options: SweepOptions = {
    folder,
    connect: async (place) => connect(place),
    clock: site.lab.clock,
    apply: false,
    run: 'sweep',
  }
  const foreign = [...before.map(({ id }) => id), ...theirs]
  const [would] = await sweep(options)
  const untouched = await standingOf(site, foreign)
  const [did] = await sweep({ ...options, apply: true })
  expect(did?.failure, JSON.stringify(plan)).toBeUndefined()
  expect(did?.removed.toSorted()).toEqual(would?.removed.toSorted())

  expect(await standingOf(site, foreign), 'what is not ours has its GUID, name and parent').toEqual(untouched)
  expect(
    await standingOf(
      site,
      before.map(({ id }) => id),
    ),
    'what was there before is as it was',
  ).toEqual(before)

  const rest = site.standing().filter(({ id }) => !foreign.includes(id))
  const listed = new Set(did?.left.map(({ checkpoint }) => checkpoint))
  expect(
    rest.filter(({ id }) => !listed.has(id)),
    'what is left of ours is listed',
  ).toEqual([])
  for (const { checkpoint } of did?.left.filter(({ owned }) => owned) ?? [])
    expect(carries(site.standing(), checkpoint, foreign, did!), `${checkpoint} stays for what hangs below it`).toBe(true)
  for (const { checkpoint } of did?.left.filter(({ owned }) => !owned) ?? [])
    expect(
      site.standing().some(({ id }) => id === checkpoint),
      'what is undecided stays',
    ).toBe(true)

  const again = await sweep({ ...options, apply: true })
  expect(
    again.flatMap(({ removed }) => removed),
    'a second sweep finds nothing',
  ).toEqual([])
  if (did !== undefined && sweepExitCode([did], true) === 0) expect(again).toEqual([])
}

/** Sorted as the first were. */
async function standingOf(site: Site, ids: readonly Guid[]): Promise<readonly Standing[]> {
  return site.standing().filter(({ id }) => ids.includes(id))
}

/** True where something hangs below, at any depth, that is not ours or not known to be. */
function carries(all: readonly Standing[], checkpoint: Guid, foreign: readonly Guid[], { left }: Swept): boolean {
  const undecided = left.filter(({ owned }) => !owned).map((each) => each.checkpoint)
  const below = all.filter(({ parent }) => parent === checkpoint).map(({ id }) => id)
  return below.some((id) => foreign.includes(id) || undecided.includes(id) || carries(all, id, foreign, { left } as Swept))
}
