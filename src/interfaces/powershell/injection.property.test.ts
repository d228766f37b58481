import { existsSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import { canary, hostileText } from '../../protocols/powershell/session/testing/hostile-text.ts'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { hypervPowershell } from '../hyperv-powershell/hypervPowershell.ts'
import { scvmmPowershell } from '../scvmm-powershell/scvmmPowershell.ts'
import { openRig, values, type Connection, type Rig } from './testing/rig.ts'

/** `npm run soak` runs the full number, with a seed of its own each time. */
const isSoak = process.env['MODE'] === 'soak'
const runs = { numRuns: isSoak ? 10_000 : 100, ...(isSoak ? {} : { seed: 5 }) }

const scvmm = (connection: Connection) => scvmmPowershell({ ...connection, computer: 'localhost' })

describeWithPowerShell('a text through the real engine', () => {
  afterAll(() => rmSync(canary, { force: true }))

  describe.each([
    ['hyperv-powershell', hypervPowershell, 'name'],
    ['scvmm-powershell', scvmm, 'name'],
    ['scvmm-powershell', scvmm, 'comment'],
  ] as const)('%s', (_id, connect, property) => {
    test(`a ${property} comes back unchanged or is refused, and nothing in it is executed`, async () => {
      await using rig = await openRig(connect)
      const vm = rig.vm('HV7')
      const { value: bystander } = await rig.through.create(vm, { name: 'bystander' })
      const { value: ours } = await rig.through.create(vm, { name: 'ours' })
      const written = { name: rig.through.rename, comment: rig.through.setComment }[property]
      const accepted = await acceptedOf(rig, vm, ours, written, property)
      expect(accepted).toBeGreaterThan(runs.numRuns / 2)
      const { value } = await rig.through.read(vm)
      expect(values(value, 'id', vm)).toEqual([bystander, ours])
      expect(values(value, 'name', vm)[0]).toBe('bystander')
      expect(existsSync(canary)).toBe(false)
    }, 3_600_000)
  })
})

/** How many of the texts were taken; each of these came back as it was, and each other was refused in the product's name. */
async function acceptedOf(
  { through }: Rig,
  vm: Guid,
  checkpoint: Guid,
  write: (vm: Guid, checkpoint: Guid, text: string) => Promise<unknown>,
  property: 'name' | 'comment',
): Promise<number> {
  let accepted = 0
  const check = async (text: string): Promise<void> => {
    try {
      await write(vm, checkpoint, text)
    } catch (error) {
      if (!isSnapcheckError(error) || error.code !== 'SNAPCHECK_PRODUCT_REFUSED') throw error
      return
    }
    accepted++
    const { value } = await through.read(vm)
    expect(value!.checkpoints.at(-1)!.fields[property]!.raw).toBe(text)
  }
  await fc.assert(fc.asyncProperty(hostileText, check), runs)
  return accepted
}
