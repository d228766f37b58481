/** A time as products print it, as RFC 3339: in UTC with `Z` where it has a zone, as marked and without one where not. */
export interface ProductTime {
  readonly value: string
  readonly zoned: boolean
}

const jsonDate = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/
const dmtf = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-]\d{3})$/
const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/

/** Reads `/Date(ms)/` (ConvertTo-Json of 5.1), DMTF CIM_DateTime and ISO 8601; other text comes back unchanged and unzoned. */
export function parseProductTime(text: string): ProductTime {
  const milliseconds = jsonDate.exec(text)?.[1]
  if (milliseconds !== undefined) return utc(new Date(Number(milliseconds)), text)
  const d = dmtf.exec(text)
  if (d !== null) return utc(new Date(dmtfMilliseconds(d)), text)
  const i = iso.exec(text)
  if (i === null) return { value: text, zoned: false }
  if (i[3] === undefined) return { value: `${i[1]}.${(i[2] ?? '').padEnd(3, '0').slice(0, 3)}`, zoned: false }
  return utc(new Date(`${i[1]}.${(i[2] ?? '').padEnd(3, '0').slice(0, 3)}${i[3]}`), text)
}

function dmtfMilliseconds(match: RegExpExecArray): number {
  const [, year, month, day, hour, minute, second, micros, offset] = match
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(micros!.slice(0, 3)),
  )
  return local - Number(offset) * 60_000
}

function utc(date: Date, original: string): ProductTime {
  return Number.isNaN(date.getTime()) ? { value: original, zoned: false } : { value: date.toISOString(), zoned: true }
}
