import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBatch, writeEnumerateResponse, writePullResponse, type Batch } from './enumeration.ts'
import { readEnvelope, writeEnvelope } from './envelope.ts'
import { anonymousAddress } from './namespaces.ts'

const folder = new URL('../../../../fixtures/recordings/go-wsman-hyperv-host/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))

const recording = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const withoutComment = (document: string): string => document.replace(/^<!--[^]*?-->\n/, '')
const read = (name: string) => {
  const message = readEnvelope(recording(name), name)
  return { message, batch: readBatch(message.body) }
}
const rewritten = (name: string): string => {
  const { message, batch } = read(name)
  const body = name.includes('enumerate') ? writeEnumerateResponse(batch) : writePullResponse(batch)
  return writeEnvelope({ kind: 'response', headers: message.headers, body, language: message.language! })
}

describe('answers of a real Hyper-V host', () => {
  const byteTrue = names.filter((name) => name.startsWith('recorded_'))

  test('all recordings are there', () => {
    expect(byteTrue).toHaveLength(16)
    expect(names).toContain('pull_response_xsinil_real.xml')
  })

  test.each(byteTrue)('%s is read and written again byte by byte', (name) => {
    const body = withoutComment(recording(name))
    const stated = /sha256: ([0-9a-f]{64})/.exec(recording(name))![1]
    expect(createHash('sha256').update(body).digest('hex')).toBe(stated)
    expect(rewritten(name)).toBe(body)
  })

  test.each(byteTrue)('%s has the headers of an answer', (name) => {
    const { headers, language, notUnderstood } = read(name).message
    expect(headers.to).toBe(anonymousAddress)
    expect(headers.action).toBe(
      `http://schemas.xmlsoap.org/ws/2004/09/enumeration/${name.includes('enumerate') ? 'EnumerateResponse' : 'PullResponse'}`,
    )
    expect(headers.relatesTo).toMatch(/^uuid:/)
    expect(language).toBe('ja-JP')
    expect(notUnderstood).toEqual([])
  })

  test('the re-indented dump gives the same instance when written again and read', () => {
    const name = 'pull_response_xsinil_real.xml'
    const again = readBatch(readEnvelope(rewritten(name), name).body)
    expect(again).toEqual(read(name).batch)
    const properties = again.items[0]!.instance!.properties
    expect(properties.get('Address')).toBeNull()
    expect(properties.get('PoolID')).toBe('\n')
    expect(properties.get('InstanceID')).toBe(String.raw`Microsoft:Definition\00000000-0000-0000-0000-00000000ABCD\Increment`)
    expect(properties.has('HostResource')).toBe(false)
  })
})

describe('what the recordings show of an enumeration', () => {
  const batches: readonly (readonly [string, Batch])[] = names.map((name) => [name, read(name).batch])

  test('a Pull without MaxElements brings one item', () => {
    const pulls = batches.filter(([name]) => name.includes('pull'))
    expect(pulls).toHaveLength(15)
    for (const [, { items }] of pulls) expect(items).toHaveLength(1)
  })

  test('the end comes with the last item and without a context', () => {
    const ends = batches.filter(([, { end }]) => end)
    expect(ends.map(([name]) => name)).toEqual(['recorded_computersystem_pull_5.xml', 'recorded_computersystem_pull_vm_running_c_eos.xml'])
    for (const [, { context, items }] of ends) {
      expect(context).toBeNull()
      expect(items).toHaveLength(1)
    }
    for (const [, { context, end }] of batches) expect(context === null).toBe(end)
  })

  test('nil scalars are null, null arrays are absent, times and references are read', () => {
    const vm = read('recorded_computersystem_pull_5.xml').batch.items[0]!.instance!
    expect(vm.className).toBe('Msvm_ComputerSystem')
    expect(vm.resourceUri).toBe('http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/Msvm_ComputerSystem')
    expect(vm.properties.size).toBe(41)
    expect(vm.properties.get('InstanceID')).toBeNull()
    expect(vm.properties.has('Dedicated')).toBe(false)
    expect(vm.properties.get('LastReplicationTime')).toEqual({ datetime: '1601-01-01T00:00:00Z' })
    const row = read('recorded_affectedjobelement_pull_same_job_effect0.xml').batch.items[0]!.instance!
    expect(row.properties.get('AffectingElement')).toEqual({
      resourceUri: 'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/Msvm_ConcreteJob',
      selectors: [{ name: 'InstanceID', value: '00000000-0000-4000-8000-000000000066' }],
    })
  })

  test('a schema makes typed values and arrays of what is text on the wire', () => {
    const types = {
      OnTimeInMilliseconds: { type: 'uint64', array: false },
      OperationalStatus: { type: 'uint16', array: true },
      EnabledState: { type: 'uint16', array: false },
    } as const
    const { body } = readEnvelope(recording('recorded_computersystem_pull_vm_running_c_eos.xml'), 'recording')
    const { properties } = readBatch(body, (_class, property) => types[property as keyof typeof types]).items[0]!.instance!
    expect(properties.get('OnTimeInMilliseconds')).toBe(6138293824n)
    expect(properties.get('OperationalStatus')).toEqual([2])
    expect(properties.get('EnabledState')).toBe(2)
  })
})
