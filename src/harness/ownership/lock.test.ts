import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { derivedGuid } from '../../foundation/seed.ts'
import { lockVm, type Holder, type VmLock } from './lock.ts'

const vm = derivedGuid('lock', 'vm') as Guid

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snapcheck-lock-'))
}

function lock(folder: string, run: string, endpoints: readonly string[] = ['host a'], of = vm): VmLock {
  return lockVm({ folder, endpoints, vm: of, run, now: Date.UTC(2026, 0, 1) })
}

/** As if another process held it. */
function heldBy(folder: string, change: Partial<Holder>): void {
  const [name] = readdirSync(folder)
  const file = join(folder, name!)
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as Holder), ...change }))
}

function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

describe('the lock of a VM', () => {
  test('is held by one at a time, and names who has it since when', () => {
    const folder = newFolder()
    const first = lock(folder, 'one')
    expect(() => lock(folder, 'two')).toThrowError(
      expect.objectContaining({
        code: 'SNAPCHECK_VM_IN_USE',
        observed: expect.stringMatching(/process \d+ on .*, run one, since 2026-01-01/),
      }),
    )
    first.release()
    lock(folder, 'two').release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('meets at any endpoint that two share, and holds nothing where it is refused', () => {
    const folder = newFolder()
    const first = lock(folder, 'one', ['spf'])
    expect(() => lock(folder, 'two', ['host a', 'spf'])).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_VM_IN_USE' }))
    lock(folder, 'three', ['host a']).release()
    lock(folder, 'four', ['spf'], derivedGuid('lock', 'another vm') as Guid).release()
    first.release()
  })

  test('of an ended process of this machine is taken over, and said so', () => {
    const folder = newFolder()
    lock(folder, 'one')
    heldBy(folder, { pid: deadPid() })
    const second = lock(folder, 'two')
    expect(second.tookOver.map(({ run }) => run)).toEqual(['one'])
    expect(() => lock(folder, 'three')).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_VM_IN_USE' }))
    second.release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('of another machine stands, whether its process lives or not', () => {
    const folder = newFolder()
    lock(folder, 'one')
    heldBy(folder, { pid: deadPid(), host: 'elsewhere' })
    expect(() => lock(folder, 'two')).toThrowError(
      expect.objectContaining({ code: 'SNAPCHECK_VM_IN_USE', observed: expect.stringContaining('on elsewhere') }),
    )
  })

  test('is not given back by who does not hold it any more', () => {
    const folder = newFolder()
    const first = lock(folder, 'one')
    heldBy(folder, { token: 'another' })
    first.release()
    expect(readdirSync(folder)).toHaveLength(1)
  })
})
