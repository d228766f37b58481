import { guidOfInstanceId, parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { kindOfVirtualSystemType } from '../../checkpoint/kinds.ts'
import { reading, type CheckpointReading, type Reading, type Readings } from '../../checkpoint/reading.ts'
import type { Json } from '../../foundation/json.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import { isArray, type CimScalar, type CimValue } from '../../protocols/wsman/codec/value.ts'
import type { ShownVm } from '../content.ts'
import { wmiTables, type FieldTable } from '../tables.ts'

/** Puts together what the instances of several answers show of each VM. The host itself is an instance too, without a GUID. */
export function vmsOfInstances(instances: readonly CimInstance[]): readonly ShownVm[] {
  const settings = instances.filter(({ className }) => className === 'Msvm_VirtualSystemSettingData')
  return instances.flatMap((system) => {
    const vm = system.className === 'Msvm_ComputerSystem' ? parseGuid(textOf(system, 'Name')) : undefined
    if (vm === undefined) return []
    const own = settings.filter((setting) => parseGuid(textOf(setting, 'VirtualSystemIdentifier')) === vm)
    const realized = own.find((setting) => guidOfInstanceId(textOf(setting, 'InstanceID')) === vm)
    const fields = { ...readingsOf(system, wmiTables.system), ...(realized && readingsOf(realized, wmiTables.realized)) }
    return [{ vm, reading: { fields, checkpoints: own.filter(isSnapshot(vm)).map(checkpointOf) } }]
  })
}

function isSnapshot(vm: Guid): (setting: CimInstance) => boolean {
  return (setting) =>
    kindOfVirtualSystemType(textOf(setting, 'VirtualSystemType')) !== undefined && guidOfInstanceId(textOf(setting, 'InstanceID')) !== vm
}

function checkpointOf(setting: CimInstance): CheckpointReading {
  return { fields: { ...readingsOf(setting, wmiTables.snapshot), typeNames: reading.value('class', [setting.className]) } }
}

function readingsOf<Property extends string>({ properties }: CimInstance, table: FieldTable<Property>): Readings<Property> {
  const readings: Partial<Record<Property, Reading>> = {}
  for (const property in table) {
    const [name] = table[property]!
    const value = properties.get(name!)
    readings[property] =
      value === undefined ? reading.absent(name!) : value === null ? reading.nil(name!) : reading.value(name!, jsonOf(value))
  }
  return readings
}

function jsonOf(value: Exclude<CimValue, null>): Json {
  return isArray(value) ? value.map(scalarJson) : scalarJson(value)
}

function scalarJson(value: CimScalar): Json {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object') return value
  if ('datetime' in value) return value.datetime
  if ('interval' in value) return value.interval
  return value.selectors.map((selector) => ({ name: selector.name, value: typeof selector.value === 'string' ? selector.value : null }))
}

function textOf({ properties }: CimInstance, name: string): string {
  const value = properties.get(name)
  return typeof value === 'string' ? value : ''
}
