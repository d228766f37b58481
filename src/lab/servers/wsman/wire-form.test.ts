import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseXml, type XmlElement } from '../../../protocols/xml/tree.ts'
import { startLab, type Lab } from '../../lab.ts'
import { createSnapshot, enumerateAll, envelope, enumeration, wmi } from './testing/envelopes.ts'
import { found, postRaw, textOf } from './testing/raw-client.ts'

const folder = new URL('../../../../fixtures/recordings/go-wsman-hyperv-host/', import.meta.url)
const recorded = (name: string): XmlElement => parseXml(readFileSync(new URL(name, folder), 'utf8'), name)

/** What the product decides about one property, without its value. */
function shape(property: XmlElement): string {
  const nil = property.attributes.find(({ name }) => name === 'nil')?.value
  const inner = property.children.map(shape).join(',')
  return `${property.name}${nil === undefined ? '' : ' nil'}${inner === '' ? '' : `{${inner}}`}`
}

function shapes(instance: XmlElement): readonly string[] {
  return instance.children.map(shape)
}

/** Without what differs by nature: identities, names, times, counters, and the language of the texts. */
function values(instance: XmlElement): Readonly<Record<string, string>> {
  const own = ['Caption', 'Description', 'StatusDescriptions', 'ElementName', 'Name', 'ProcessID', 'OnTimeInMilliseconds']
  return Object.fromEntries(
    instance.children.filter(({ name, children }) => !own.includes(name) && children.length === 0).map(({ name, text }) => [name, text]),
  )
}

describe('on the wire, as the recorded host', () => {
  let lab: Lab
  beforeAll(async () => void (lab = await startLab({ seed: 'wire', profile: 'ws2025' })))
  afterAll(() => lab.close())

  const computerSystems = async (): Promise<readonly XmlElement[]> =>
    found((await postRaw(lab, enumerateAll(`${wmi}Msvm_ComputerSystem`))).body, 'Msvm_ComputerSystem')

  it.each([
    ['the host', 'recorded_computersystem_pull_host.xml', 0],
    ['a running VM', 'recorded_computersystem_pull_vm_running_c_eos.xml', 1],
  ])('%s has the same properties in the same order, nil and absent alike', async (_what, file, index) => {
    const real = found(recorded(file), 'Msvm_ComputerSystem')[0]!
    const ours = (await computerSystems())[index]!
    expect(shapes(ours)).toEqual(shapes(real))
    expect(values(ours)).toEqual(values(real))
    expect(ours.attributes.map(({ name, value }) => [name, value])).toEqual(real.attributes.map(({ name, value }) => [name, value]))
  })

  it('OnTimeInMilliseconds and TimeOfLastStateChange give the present moment', async () => {
    const vm = (await computerSystems())[1]!
    expect(Date.parse(textOf(found(vm, 'TimeOfLastStateChange')[0], 'Datetime')!) + Number(textOf(vm, 'OnTimeInMilliseconds'))).toBe(
      lab.clock.now(),
    )
  })

  it('the row of a job that points at its VM has the recorded form', async () => {
    await postRaw(lab, createSnapshot(lab.vms[0]!.id))
    const real = found(recorded('recorded_affectedjobelement_pull_same_job_effect0.xml'), 'Msvm_AffectedJobElement')[0]!
    const ours = found((await postRaw(lab, enumerateAll(`${wmi}Msvm_AffectedJobElement`))).body, 'Msvm_AffectedJobElement')[0]!
    expect(shapes(ours)).toEqual(shapes(real))
    const selectors = (row: XmlElement): readonly string[] => found(row, 'Selector').map(({ attributes }) => attributes[0]!.value)
    expect(selectors(ours)).toEqual(selectors(real))
    expect(textOf(ours, 'ElementEffects')).toBe('0')
  })

  it('Enumerate and Pull have the recorded envelope, header order and body', async () => {
    const outline = (document: XmlElement): unknown => [
      document.attributes.filter(({ name }) => name !== 'lang').map(({ name, value }) => [name, value]),
      document.children[0]!.children.map(({ namespace, name }) => [namespace, name]),
      document.children[1]!.children.map(({ namespace, name, children }) => [namespace, name, children.map((inner) => inner.name)]),
    ]
    const opened = await postRaw(lab, enumerateAll(`${wmi}Msvm_ComputerSystem`, ''))
    expect(outline(parseXml(opened.text, 'ours'))).toEqual(outline(recorded('recorded_computersystem_enumerate.xml')))
    const context = textOf(opened.body, 'EnumerationContext')
    const pulled = await postRaw(
      lab,
      envelope({
        action: `${enumeration}/Pull`,
        resourceUri: `${wmi}Msvm_ComputerSystem`,
        body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext></n:Pull>`,
      }),
    )
    expect(outline(parseXml(pulled.text, 'ours'))).toEqual(outline(recorded('recorded_computersystem_pull_host.xml')))
  })
})

describe('a build of 2019', () => {
  it('has what the bindings of that build have, and not what came later', async () => {
    await using lab = await startLab({ seed: 'wire', profile: 'ws2019' })
    const properties = async (className: string): Promise<readonly string[]> =>
      found((await postRaw(lab, enumerateAll(wmi + className))).body, className)[0]!.children.map(({ name }) => name)
    const computerSystem = await properties('Msvm_ComputerSystem')
    expect(computerSystem).toContain('HwThreadsPerCoreRealized')
    expect(computerSystem).not.toContain('ManagementVtlImageFileName')
    const settings = await properties('Msvm_VirtualSystemSettingData')
    expect(settings).toContain('IsAutomaticSnapshot')
    expect(settings).not.toContain('WatchdogEnabled')
  })
})
