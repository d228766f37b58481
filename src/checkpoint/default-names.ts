/**
 * The two shapes of a name that nobody chose (semantics.md section 3.2). Which product makes which is inferred from 16
 * recorded names; the shapes themselves are observed.
 */
export type DefaultNameForm = 'hyper-v' | 'scvmm'

export interface DefaultName {
  readonly form: DefaultNameForm
  /** The VM's name when the checkpoint was made (C-071). */
  readonly vmName: string
  /** Local time of whoever made it, `YYYY-MM-DDTHH:MM:SS`; null where the culture's order of day and month is not certain. */
  readonly localTime: string | null
  /** True where the time in the name states a zone, which no recorded name does (C-032). */
  readonly statesZone: boolean
}

/** `VM - (MM/dd/yyyy HH:mm:ss)`, invariant culture, 24 hours (observed 10 times; C-031). */
const scvmmForm =
  /^(?<vm>.*) - \((?<month>\d\d)\/(?<day>\d\d)\/(?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?<zone>[^)]*)\)$/su

/** `VM - (date - time)` in the caller's culture (documented in gist, observed 6 times in en-US; C-030). */
const hyperVForm = /^(?<vm>.*) - \((?<date>[^()]*\d[^()]*) - (?<time>[^()]*\d[^()]*)\)$/su

const usDate = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/u
const usTime = /^(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d) (?<half>AM|PM)$/u
const yearFirstDate = /^(?<year>\d{4})[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})$/u
const fullTime = /^(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)$/u
const zone = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/u

export function parseDefaultName(name: string): DefaultName | undefined {
  return parseScvmmForm(name) ?? parseHyperVForm(name)
}

function parseScvmmForm(name: string): DefaultName | undefined {
  const parts = scvmmForm.exec(name)?.groups
  if (parts === undefined) return undefined
  const trailing = parts['zone']!.trim()
  if (trailing !== '' && !zone.test(trailing)) return undefined
  return { form: 'scvmm', vmName: parts['vm']!, localTime: stamp(parts, Number(parts['hour'])), statesZone: trailing !== '' }
}

function parseHyperVForm(name: string): DefaultName | undefined {
  const parts = hyperVForm.exec(name)?.groups
  if (parts === undefined) return undefined
  const time = parts['time']!.replace(zone, '').trim()
  const localTime = usStamp(parts['date']!, time) ?? yearFirstStamp(parts['date']!, time)
  return { form: 'hyper-v', vmName: parts['vm']!, localTime, statesZone: zone.test(parts['time']!) }
}

/** Only a twelve-hour clock with AM or PM is taken as proof of the en-US order of month and day. */
function usStamp(date: string, time: string): string | null {
  const day = usDate.exec(date)?.groups
  const clock = usTime.exec(time)?.groups
  if (day === undefined || clock === undefined) return null
  const hour = (Number(clock['hour']) % 12) + (clock['half'] === 'PM' ? 12 : 0)
  return stamp({ ...day, ...clock }, hour)
}

function yearFirstStamp(date: string, time: string): string | null {
  const day = yearFirstDate.exec(date)?.groups
  const clock = fullTime.exec(time)?.groups
  return day === undefined || clock === undefined ? null : stamp({ ...day, ...clock }, Number(clock['hour']))
}

type Parts = Readonly<Record<string, string | undefined>>

function stamp(parts: Parts, hour: number): string | null {
  const two = (part: string | number | undefined): string => String(part).padStart(2, '0')
  const text = `${parts['year']}-${two(parts['month'])}-${two(parts['day'])}T${two(hour)}:${two(parts['minute'])}:${two(parts['second'])}`
  const time = new Date(`${text}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : null
}
