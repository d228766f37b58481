import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { virtualClock } from '../clock/virtual-clock.ts'
import { createWorld } from '../world/world.ts'
import { vmmDefaultName } from './default-name.ts'
import { createVmmServer } from './server.ts'

interface Row {
  readonly ID: string
  readonly CheckpointID: string
  readonly ParentCheckpointID: string
  readonly Name: string
  readonly Description: string
  readonly added: number
}

interface Tree {
  readonly vmGuid: string
  readonly position: string
  readonly rows: readonly Row[]
}

/** The trees of a real VMM server: three inventories of 2017, and what they had in common is what ours must have. */
function recordedTrees(): readonly Tree[] {
  return ['02', '06', '11'].flatMap((month) => {
    const file = new URL(`../../../fixtures/recordings/manageiq-scvmm-inventory/inventory-2017-${month}.json`, import.meta.url)
    const { vms } = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as { vms: RecordedVm[] }
    return vms.filter(({ VMCheckpoints }) => VMCheckpoints.length > 0).map(tree)
  })
}

interface RecordedVm {
  readonly VMCPath: string
  readonly LastRestoredCheckpointID: string
  readonly VMCheckpoints: readonly (Omit<Row, 'added'> & { readonly AddedTime: string })[]
}

function tree({ VMCPath, LastRestoredCheckpointID, VMCheckpoints }: RecordedVm): Tree {
  const added = (text: string): number => Number(/-?\d+/.exec(text)![0])
  return {
    vmGuid: /([0-9A-F-]{36})\.xml$/i.exec(VMCPath)![1]!,
    position: LastRestoredCheckpointID,
    rows: VMCheckpoints.map(({ AddedTime, ...row }) => ({ ...row, added: added(AddedTime) })),
  }
}

async function labTrees(): Promise<readonly Tree[]> {
  const clock = virtualClock(Date.UTC(2026, 0, 15, 9))
  const world = createWorld({ seed: 'recorded', clock })
  const vmm = createVmmServer({ world, seed: 'recorded' })
  const hv4 = vmm.vms().find(({ name }) => name === 'HV4')!
  for (let count = 0; count < 2; count++) {
    vmm.newCheckpoint(hv4, {})
    await clock.sleep(60_000)
  }
  world.createCheckpoint(hv4.vmId, { through: 'hyper-v' })
  await clock.sleep(1_800_000)
  vmm.close()
  return vmm
    .vms()
    .filter(({ id }) => vmm.checkpointsOf(id).length > 0)
    .map(({ id, vmId, lastRestoredCheckpointId }) => ({
      vmGuid: vmId,
      position: lastRestoredCheckpointId,
      rows: vmm.checkpointsOf(id).map((row) => ({
        ID: row.id,
        CheckpointID: row.checkpointId,
        ParentCheckpointID: row.parentCheckpointId,
        Name: row.name,
        Description: row.description,
        added: row.addedTime,
      })),
    }))
}

test.each([
  ['of a real VMM', recordedTrees],
  ['of the lab', labTrees],
])('the trees %s', async (_whose, trees) => {
  const found = await trees()
  expect(found.length).toBeGreaterThan(1)
  for (const { vmGuid, position, rows } of found) {
    const ids = rows.map(({ CheckpointID }) => CheckpointID)
    expect(rows[0]!.ParentCheckpointID).toBe(vmGuid)
    expect(rows.slice(1).every(({ ParentCheckpointID }) => ids.includes(ParentCheckpointID))).toBe(true)
    expect(position).toBe(ids.at(-1))
    expect(rows.map(({ added }) => added)).toEqual(rows.map(({ added }) => added).toSorted((a, b) => a - b))
    for (const { ID, CheckpointID, Description } of rows) {
      expect(ID).toMatch(/^[0-9a-f-]{36}$/)
      expect(CheckpointID).toMatch(/^[0-9A-F-]{36}$/)
      expect(ID.toUpperCase()).not.toBe(CheckpointID)
      expect(Description).toBe('')
    }
  }
})

test('the lab gives the names that the recorded VMM gave, by the clock on its wall', () => {
  const form = /^(.+) - \((\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)\)$/
  const names = recordedTrees()
    .flatMap(({ rows }) => rows.map(({ Name }) => Name))
    .filter((name) => form.test(name))
  expect(new Set(names).size).toBe(4)
  for (const name of names) {
    const [, vm, month, day, year, hour, minute, second] = form.exec(name)!
    const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
    expect(vmmDefaultName(vm!, wall + 240 * 60_000, -240)).toBe(name)
  }
})
