import { parseGuid } from '../../../checkpoint/guid.ts'
import { interfaceIds } from '../../../checkpoint/interface-id.ts'
import { isRecord } from '../../../foundation/json.ts'
import type { OwnershipEntry } from '../entries.ts'
import { journalVersion, type JournalHeader } from './header.ts'

type Check = (value: unknown) => boolean
type Shape = Readonly<Record<string, Check>>

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => Number.isSafeInteger(value)
const truth: Check = (value) => typeof value === 'boolean'
const guid: Check = (value) => typeof value === 'string' && parseGuid(value) === value
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const recordOf =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]))

const place = recordOf({ interface: (value) => interfaceIds.some((id) => id === value), endpoint: text })

const header: Shape = {
  version: (value) => value === journalVersion,
  run: text,
  telling: text,
  mark: (value) => typeof value === 'string' && value.length >= 8,
  pid: number,
  host: text,
  startedAt: text,
  vm: guid,
  creator: place,
  places: listOf(place),
}

const entries: Readonly<Record<OwnershipEntry['entry'], Shape>> = {
  baseline: { vm: guid, checkpoints: listOf(recordOf({ id: guid, name: orNull(text), parent: orNull(guid) })) },
  intended: { step: number, vm: guid, through: place, name: orNull(text), before: listOf(guid) },
  created: { step: number, checkpoint: guid },
  unsent: { step: number },
  refused: { step: number },
  renamed: { checkpoint: guid, name: text },
  lasting: { effect: text },
  removed: { checkpoint: guid },
  closed: {
    by: (value) => value === 'run' || value === 'sweep',
    outcome: text,
    left: listOf(recordOf({ checkpoint: guid, why: text, owned: truth })),
  },
}

export function isHeader(value: unknown): value is JournalHeader {
  return recordOf(header)(value)
}

export function isEntry(value: unknown): value is OwnershipEntry {
  if (!isRecord(value) || typeof value['entry'] !== 'string') return false
  const shape = (entries as Readonly<Record<string, Shape>>)[value['entry']]
  return shape !== undefined && recordOf(shape)(value)
}
