import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guid } from '../../../checkpoint/guid.ts'
import type { MeasurementName, Measurements } from '../../../checkpoint/measurement.ts'
import { checkpointEntity } from '../../../products/spf/entities.ts'
import type { SpfSwitches } from '../../../lab/servers/spf/switches.ts'
import { rig, type Rig } from '../testing/rig.ts'

let lab: Rig
let made: Guid

async function open(spf: Partial<SpfSwitches> = {}, root?: string): Promise<void> {
  lab = await rig({ spf, ...(root === undefined ? {} : { root }) })
  made = (await lab.spf.create(lab.hv4, { name: 'to be probed', comment: 'a comment' })).value
}

async function probe<Name extends MeasurementName>(name: Name): Promise<Measurements[Name]> {
  const found = await lab.spf.probes![name]!(lab.hv4, made)
  return found.value
}

const known = (): string =>
  JSON.stringify([lab.world.checkpointsOf(lab.hv4), lab.vmm.checkpoints().map(({ name, description }) => [name, description])])

describe('on a service as its pages say', () => {
  beforeEach(() => open())
  afterEach(() => lab[Symbol.asyncDispose]())

  test.each<[MeasurementName, unknown]>([
    ['verbs', { collection: { GET: 200 }, entity: { GET: 200, PUT: 204, MERGE: 204, POST: 405 } }],
    ['key', { declared: ['ID', 'StampId'], inOrder: 200, swapped: 200, half: 400 }],
    ['properties', checkpointEntity.properties.map(({ name }) => name)],
    ['principal', { with: 200, without: 400 }],
    ['root', '/SC2012/VMM/Microsoft.Management.Odata.svc'],
    ['lock', { second: '2606', retry: null }],
  ])('%s', async (name, expected) => {
    const before = known()
    expect(await probe(name)).toEqual(expected)
    expect(known(), 'a probe leaves the checkpoint as it was').toBe(before)
  })

  test('formats: each documented one is answered in its own type, another is refused', async () => {
    const { answers, jsonTime, jsonType } = await probe('formats')
    expect(answers.map(({ asked, status, answered }) => [asked.split(';')[0], status, answered])).toEqual([
      ['application/json', 200, 'application/json'],
      ['application/json', 200, 'application/json'],
      ['application/json', 200, 'application/json'],
      ['application/atom+xml', 200, 'application/atom+xml'],
      ['text/csv', 415, 'application/xml'],
    ])
    expect(jsonTime).toMatch(/\+00:00$/u)
    expect(jsonType).toBe('VMM.VMCheckPoint')
  })

  test('putRestore: the VM stands on it again, and its texts are what they were', async () => {
    await lab.spf.create(lab.hv4, { name: 'later' })
    expect(await probe('putRestore')).toEqual({
      before: { name: 'to be probed', comment: 'a comment' },
      after: { name: 'to be probed', comment: 'a comment' },
    })
    expect(lab.world.vm(lab.hv4)?.position).toBe(made)
  })
})

describe('on a service that does otherwise', () => {
  afterEach(() => lab[Symbol.asyncDispose]())

  test('a header that is not wanted', async () => {
    await open({ principalHeader: 'optional' })
    expect(await probe('principal')).toEqual({ with: 200, without: 200 })
  })

  test('a root behind a portal', async () => {
    await open({}, '/9f2b7c1e-1111-4222-8333-444455556666/services/systemcenter/vmm')
    expect(await probe('root')).toBe('/9f2b7c1e-1111-4222-8333-444455556666/services/systemcenter/vmm')
  })

  test('one that speaks Atom only, and writes no root in JSON', async () => {
    await open({ formats: ['atom'] })
    expect(await probe('root')).toBeNull()
    expect(await probe('formats')).toMatchObject({ jsonTime: null, jsonType: null })
  })

  test('the form of Confirm that was asked for is the only one sent', async () => {
    await open({ confirm: 'null' })
    await expect(lab.spf.create(lab.hv4, { form: 'confirm-true' })).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED' })
    await expect(lab.spf.create(lab.hv4, { form: 'confirm-null' })).resolves.toBeDefined()
  })
})
