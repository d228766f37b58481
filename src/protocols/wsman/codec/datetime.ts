/** An instant as WS-CIM writes it: RFC 3339 with up to six digits, trailing zeros dropped (recorded). */
export interface CimDatetime {
  readonly datetime: string
}

/** An interval as WS-CIM writes it, e.g. `P0DT0H1M40S`: Windows writes zero parts (ws-man.md section 8). */
export interface CimInterval {
  readonly interval: string
}

/** "Never happened": both this and nil occur in one recorded instance. */
export const neverHappened: CimDatetime = { datetime: '1601-01-01T00:00:00Z' }

/** @param milliseconds since 1970-01-01T00:00:00Z. */
export function datetimeOf(milliseconds: number): CimDatetime {
  return { datetime: trimmed(new Date(milliseconds).toISOString()) }
}

/** @param milliseconds whole, not negative. */
export function intervalOf(milliseconds: number): CimInterval {
  const { days, hours, minutes, seconds, micros } = parts(milliseconds)
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`
  return { interval: `P${days}DT${hours}H${minutes}M${seconds}${fraction}S` }
}

const dmtfInstant = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-])(\d{3})$/
const dmtfInterval = /^(\d{8})(\d\d)(\d\d)(\d\d)\.(\d{6}):000$/
const rfcInstant = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(Z|([+-])(\d\d):(\d\d))$/
const isoInterval = /^P(\d+)DT(\d+)H(\d+)M(\d+)(?:\.(\d{1,6}))?S$/

/** Reads the DMTF text of CIM-XML, which is an instant or an interval; undefined for other text. */
export function readDmtf(text: string): CimDatetime | CimInterval | undefined {
  const instant = dmtfInstant.exec(text)
  if (instant !== null) {
    const [, year, month, day, hour, minute, second, micros, sign, offset] = instant
    const zone = Number(offset) === 0 ? 'Z' : `${sign}${pad(Math.floor(Number(offset) / 60))}:${pad(Number(offset) % 60)}`
    return { datetime: trimmed(`${year}-${month}-${day}T${hour}:${minute}:${second}.${micros}${zone}`) }
  }
  const interval = dmtfInterval.exec(text)
  if (interval === null) return undefined
  const [, days, hours, minutes, seconds, micros] = interval
  const fraction = `.${micros}`.replace(/\.?0+$/, '')
  return { interval: `P${Number(days)}DT${Number(hours)}H${Number(minutes)}M${Number(seconds)}${fraction}S` }
}

/** Undefined where the WS-CIM text has no DMTF form. */
export function writeDmtf(value: CimDatetime | CimInterval): string | undefined {
  return 'datetime' in value ? dmtfOfInstant(value.datetime) : dmtfOfInterval(value.interval)
}

function dmtfOfInstant(text: string): string | undefined {
  const match = rfcInstant.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', , sign = '+', zoneHours = '0', zoneMinutes = '0'] = match
  const offset = String(Number(zoneHours) * 60 + Number(zoneMinutes)).padStart(3, '0')
  return `${year}${month}${day}${hour}${minute}${second}.${fraction.padEnd(6, '0')}${sign}${offset}`
}

function dmtfOfInterval(text: string): string | undefined {
  const match = isoInterval.exec(text)
  if (match === null) return undefined
  const [, days, hours, minutes, seconds, fraction = ''] = match
  return `${days!.padStart(8, '0')}${pad(Number(hours))}${pad(Number(minutes))}${pad(Number(seconds))}.${fraction.padEnd(6, '0')}:000`
}

function trimmed(instant: string): string {
  return instant.replace(/\.(\d*?)0*(Z|[+-]\d\d:\d\d)$/, (_whole, digits: string, zone: string) =>
    digits === '' ? zone : `.${digits}${zone}`,
  )
}

function parts(milliseconds: number) {
  const seconds = Math.floor(milliseconds / 1000)
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    micros: (milliseconds % 1000) * 1000,
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
