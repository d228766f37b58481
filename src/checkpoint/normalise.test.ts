import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGuid, type Guid } from './guid.ts'
import { normalisations, normalise } from './normalise.ts'
import { checkpointProperties, reading, vmProperties } from './reading.ts'

const vm = parseGuid('445AE267-8448-4654-B7AB-71339F16B626')!
const checkpoint: Guid = parseGuid('FD5266D2-CDA9-4892-A409-8FEA6A32C568')!

describe('normalisation', () => {
  it.each([
    ['an InstanceID', 'id', `Microsoft:${checkpoint}`, checkpoint, 'N-guid'],
    ['a lower-case database id', 'databaseId', '4788c251-bcbc-4a9d-acda-d26d46a96a45', '4788C251-BCBC-4A9D-ACDA-D26D46A96A45', 'N-guid'],
    ["SCVMM's root", 'parent', vm, null, 'N-root-is-vm'],
    ['no parent in SPF', 'parent', '00000000-0000-0000-0000-000000000000', null, 'N-parent'],
    ['an empty parent', 'parent', '', null, 'N-parent'],
    [
      'a WMI path',
      'parent',
      `\\\\H\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:${checkpoint}"`,
      checkpoint,
      'N-parent',
    ],
    ['a position without checkpoints', 'position', vm, null, 'N-root-is-vm'],
    ['never-set Notes of WMI', 'comment', [''], '', 'N-notes-array'],
    [
      'the marker of a clustered VM',
      'comment',
      'text #CLUSTER-INVARIANT#:{34202489-bc6a-44fb-8182-8682894e9029}',
      'text',
      'N-cluster-marker',
    ],
    ['a name with blanks', 'name', ' a ', ' a ', 'N-none'],
    ['paths in any case, in their order', 'disks', ['D:\\B.vhdx', 'D:\\A.vhdx'], ['d:\\b.vhdx', 'd:\\a.vhdx'], 'N-path'],
    [
      'paths by the product’s own names',
      'files',
      { ConfigurationFile: 'Snapshots\\X.vmcx' },
      { ConfigurationFile: 'snapshots\\x.vmcx' },
      'N-path',
    ],
    ['a host with its domain', 'host', 'HV01.lab.example', 'hv01', 'N-host'],
  ] as const)('reads %s', (_what, property, raw, value, rule) => {
    const given = reading.value('Field', raw)
    expect(normalise(property, given, vm)).toEqual({ reading: given, value, rule })
  })

  it.each([
    ['EnabledState', 9, 'paused', 'N-vm-state'],
    ['VirtualMachineState', 'PowerOff', 'off', 'N-vm-state'],
    ['State', 'Off', 'off', 'N-vm-state'],
    ['State', 3, 'off', 'N-vm-state'],
    ['EnabledState', 10, 10, 'N-none'],
    ['VirtualMachineState', 'constructor', 'constructor', 'N-none'],
    ['Status', 2, 2, 'N-none'],
  ] as const)('reads the state of a VM by the product’s own property: %s %s', (field, raw, value, rule) => {
    expect(normalise('vmState', reading.value(field, raw), vm)).toMatchObject({ value, rule })
  })

  it('finds nothing to compare in what is null, absent or cut off, for every property', () => {
    for (const property of [...checkpointProperties, ...vmProperties]) {
      for (const empty of [reading.nil('F'), reading.absent('F'), reading.truncated('F')]) {
        expect(normalise(property, empty, vm)).toEqual({ reading: empty, value: null, rule: 'N-no-value' })
      }
    }
  })

  it('never changes what was read and always names a rule of the table', () => {
    const raws = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), fc.integer(), fc.boolean())
    fc.assert(
      fc.property(fc.constantFrom(...checkpointProperties, ...vmProperties), raws, (property, raw) => {
        const given = reading.value('Field', raw)
        const result = normalise(property, given, vm)
        expect(result.reading).toBe(given)
        expect(normalisations).toHaveProperty(result.rule)
      }),
    )
  })

  it('leaves names as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(normalise('name', reading.value('Name', name), vm).value).toBe(name)
      }),
    )
  })
})
