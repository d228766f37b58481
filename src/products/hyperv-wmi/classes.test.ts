import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEnvelope } from '../../protocols/wsman/codec/envelope.ts'
import { hostBuilds, type ClassSource } from './builds.ts'
import { embeddedClasses, wmiClasses, wmiPropertyType } from './classes.ts'

const folder = new URL('../../../fixtures/recordings/go-wsman-hyperv-host/', import.meta.url)

function propertiesIn(className: string, sources: readonly ClassSource[]): readonly string[] {
  const { properties } = [...wmiClasses, ...embeddedClasses].find(({ name }) => name === className)!
  return properties.filter(({ seenIn }) => seenIn.some((source) => sources.includes(source))).flatMap(({ types }) => Object.keys(types))
}

describe('class tables', () => {
  it('have as many settings of a VM as the bindings of each build (hyperv-wmi-v2.md section 10)', () => {
    expect(propertiesIn('Msvm_VirtualSystemSettingData', ['2019-bindings'])).toHaveLength(62)
    expect(propertiesIn('Msvm_VirtualSystemSettingData', ['2019-bindings', '23H2-bindings'])).toHaveLength(81)
  })

  it.each([
    ['Msvm_StorageAllocationSettingData', 41],
    ['Msvm_VirtualHardDiskSettingData', 18],
    ['Msvm_ImageManagementService', 28],
    ['Msvm_VirtualSystemSettingDataComponent', 2],
  ])('have of %s as many properties as the bindings of 2019 and 23H2: %i', (className, count) => {
    expect(propertiesIn(className, ['2019-bindings', '23H2-bindings'])).toHaveLength(count)
  })

  it('do not name a property twice', () => {
    for (const { name } of wmiClasses) {
      const names = propertiesIn(name, hostBuilds.ws2025.classes)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('know every property of every recorded instance of their classes, and its references', () => {
    const recordings = readdirSync(folder).filter((name) => /^recorded_(computersystem|affectedjobelement)_pull/.test(name))
    expect(recordings.length).toBeGreaterThan(10)
    for (const file of recordings) {
      const { body } = readEnvelope(readFileSync(new URL(file, folder), 'utf8'), file)
      const instance = body!.children.find(({ name }) => name === 'Items')!.children[0]!
      for (const { name, children } of instance.children) {
        const type = wmiPropertyType(instance.name, name)
        expect(type, `${instance.name}.${name}`).toBeDefined()
        const recordedAs = children.map((inner) => inner.name).join()
        if (recordedAs !== '') expect(type!.type).toBe(recordedAs === 'Datetime' ? 'datetime' : 'reference')
      }
    }
  })

  it('have the keys that a host emits as properties', () => {
    for (const { name, keys } of wmiClasses) for (const key of keys) expect(wmiPropertyType(name, key)?.array).toBe(false)
  })
})
