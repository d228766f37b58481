import fc from 'fast-check'
import type { Case } from './description.ts'
import { localZone } from './host.ts'

const ticksPerSecond = 10_000_000n
const unixEpochTicks = 621_355_968_000_000_000n
const zones: Readonly<Record<string, string>> = { Utc: 'Z', Local: localZone.offset, Unspecified: '' }

/** On Windows .NET takes no notice of TZ, so the offset of a local time is not known beforehand. */
const kinds = process.platform === 'win32' ? ['Utc', 'Unspecified'] : ['Utc', 'Local', 'Unspecified']

/** xsd:dateTime with the seven digits of .NET, trailing zeros dropped. */
function dateTimeText(ticks: bigint, kind: string): string {
  const sinceEpoch = ticks - unixEpochTicks
  const fraction = ((sinceEpoch % ticksPerSecond) + ticksPerSecond) % ticksPerSecond
  const seconds = Number((sinceEpoch - fraction) / ticksPerSecond)
  const digits = String(fraction).padStart(7, '0').replace(/0+$/, '')
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${digits === '' ? '' : `.${digits}`}${zones[kind]}`
}

const moment = fc.tuple(fc.bigInt({ min: 0n, max: 3_155_378_975_999_999_999n }), fc.constantFrom(...kinds))

export const dateTimeTexts: fc.Arbitrary<string> = moment.map(([ticks, kind]) => dateTimeText(ticks, kind))

export const dateTime: fc.Arbitrary<Case> = moment.map(([ticks, kind]) => ({
  description: { type: 'dateTime', value: { ticks: String(ticks), kind } },
  shape: { type: 'dateTime', value: dateTimeText(ticks, kind) },
}))

/** Ticks of .NET with their xsd:duration. */
export const spans: readonly (readonly [ticks: string, duration: string])[] = [
  ['0', 'PT0S'],
  ['36000000000', 'PT1H'],
  ['-1', '-PT0.0000001S'],
  ['863999999999', 'PT23H59M59.9999999S'],
  ['1000000000000000', 'P1157DT9H46M40S'],
]

export const durations: fc.Arbitrary<Case> = fc.constantFrom(...spans).map(([ticks, duration]) => ({
  description: { type: 'duration', value: ticks },
  shape: { type: 'duration', value: duration },
}))
