import type { Json } from '../foundation/json.ts'
import { guidOfInstanceId, guidOfSettingPath, parseGuid, zeroGuid, type Guid } from './guid.ts'
import type { CheckpointProperty, Reading, VmProperty } from './reading.ts'
import { parseProductTime } from './time.ts'
import type { VmState } from './vm.ts'

/** A reading, what it means across products, and the id of the rule that says so. Raw is never changed. */
export interface Normalised {
  readonly reading: Reading
  readonly value: Json
  readonly rule: NormalisationId
}

/** Every rule, with what it does and why; the report prints this table. */
export const normalisations = {
  'N-none': 'The value is compared as it is: names and comments are payload.',
  'N-no-value': 'Null, absent or cut off by depth: there is nothing to compare.',
  'N-guid': 'GUIDs compare without regard to case, braces or the InstanceID prefix "Microsoft:" (C-027).',
  'N-parent': 'A parent is the GUID in a WMI path or a bare GUID; empty and the zero GUID are no parent (C-042).',
  'N-root-is-vm': "SCVMM shows the VM's own Hyper-V GUID where Hyper-V shows no parent and no position (C-043, C-044, observed).",
  'N-notes-array':
    'Notes is an array in WMI with one element in practice; several are joined by a line feed, none is the empty text (hyperv-wmi-v2.md section 4).',
  'N-cluster-marker': 'The marker #CLUSTER-INVARIANT#:{guid} that SCVMM puts into Notes is taken off (C-059, observed).',
  'N-path': 'Windows paths compare without regard to case, in their order.',
  'N-host': 'A host is its first label without regard to case: one product prints the NetBIOS name, another the whole name.',
  'N-vm-state':
    'EnabledState 2, 3, 6, 9 and the words Running, PowerOff or Off, Saved, Paused become running, off, saved, paused (hyperv-wmi-v2.md section 3, powershell-cmdlets.md section 1.4).',
  'N-time-zoned': 'A time with a zone is compared in UTC.',
  'N-time-unzoned': 'A time without a zone is compared as marked, never moved (C-105).',
} as const
export type NormalisationId = keyof typeof normalisations

const clusterMarker = /\s*#CLUSTER-INVARIANT#:\{[0-9a-f-]{36}\}\s*/gi

type Normaliser = (reading: Reading, vm: Guid | undefined) => Normalised

const asIs: Normaliser = (reading) => ({ reading, value: reading.raw, rule: 'N-none' })

const guid: Normaliser = (reading) => ({ reading, value: guidOfInstanceId(String(reading.raw)) ?? reading.raw, rule: 'N-guid' })

const parent: Normaliser = (reading, vm) => {
  const text = String(reading.raw)
  const id = guidOfSettingPath(text) ?? parseGuid(text)
  if (id !== undefined && id === vm) return { reading, value: null, rule: 'N-root-is-vm' }
  const none = text === '' || id === zeroGuid
  return { reading, value: none ? null : (id ?? text), rule: 'N-parent' }
}

const comment: Normaliser = (reading) => {
  const { raw } = reading
  const text = Array.isArray(raw) ? raw.join('\n') : String(raw)
  const stripped = text.replace(clusterMarker, '')
  if (stripped !== text) return { reading, value: stripped, rule: 'N-cluster-marker' }
  return { reading, value: text, rule: Array.isArray(raw) ? 'N-notes-array' : 'N-none' }
}

const time: Normaliser = (reading) => {
  const { value, zoned } = parseProductTime(String(reading.raw))
  return { reading, value, rule: zoned ? 'N-time-zoned' : 'N-time-unzoned' }
}

const path: Normaliser = (reading) => ({ reading, value: lowerCase(reading.raw), rule: 'N-path' })

function lowerCase(value: Json): Json {
  if (typeof value === 'string') return value.toLowerCase()
  if (Array.isArray(value)) return value.map(lowerCase)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lowerCase(inner)]))
}

const host: Normaliser = (reading) => ({ reading, value: String(reading.raw).split('.')[0]!.toLowerCase(), rule: 'N-host' })

/** By the product's own property: another product's numbers mean something else. */
const stateWords: ReadonlyMap<string, ReadonlyMap<string, VmState>> = new Map([
  [
    'EnabledState',
    new Map([
      ['2', 'running'],
      ['3', 'off'],
      ['6', 'saved'],
      ['9', 'paused'],
    ]),
  ],
  [
    'VirtualMachineState',
    new Map([
      ['Running', 'running'],
      ['PowerOff', 'off'],
      ['Saved', 'saved'],
      ['Paused', 'paused'],
    ]),
  ],
  [
    'State',
    new Map([
      ['Running', 'running'],
      ['Off', 'off'],
      ['Saved', 'saved'],
      ['Paused', 'paused'],
      // As ConvertTo-Json of 5.1 writes an enum.
      ['2', 'running'],
      ['3', 'off'],
      ['6', 'saved'],
      ['9', 'paused'],
    ]),
  ],
])

const vmState: Normaliser = (reading) => {
  const known = stateWords.get(reading.field)?.get(String(reading.raw))
  return known === undefined ? asIs(reading, undefined) : { reading, value: known, rule: 'N-vm-state' }
}

const normalisers: Readonly<Record<CheckpointProperty | VmProperty, Normaliser>> = {
  id: guid,
  databaseId: guid,
  vm: guid,
  name: asIs,
  comment,
  createdTime: time,
  modifiedTime: time,
  parent,
  kind: asIs,
  savedState: asIs,
  userKind: asIs,
  automatic: asIs,
  disks: path,
  files: path,
  typeNames: asIs,
  objectType: asIs,
  vmId: guid,
  vmDatabaseId: guid,
  vmName: asIs,
  vmState,
  vmNotes: comment,
  position: parent,
  checkpointType: asIs,
  checkpointLocation: path,
  lastApplied: parent,
  operationalStatus: asIs,
  host,
  hostTime: time,
  diskChains: path,
  jobs: asIs,
  applicationData: asIs,
  guestMemory: asIs,
  hardware: asIs,
}

/** @param vm the Hyper-V GUID of the VM, by which SCVMM marks a root. */
export function normalise(property: CheckpointProperty | VmProperty, reading: Reading, vm: Guid | undefined): Normalised {
  if (reading.form !== 'value') return { reading, value: null, rule: 'N-no-value' }
  return normalisers[property](reading, vm)
}
