import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { reading, type CheckpointProperty, type Reading, type Readings, type VmProperty } from '../../checkpoint/reading.ts'
import { derivedGuid } from '../../foundation/seed.ts'
import type { MeasurementName, Measurements } from '../../checkpoint/measurement.ts'
import type { Json } from '../../foundation/json.ts'
import type { Act, Intended, Measurement, Settled, Story, View } from '../observation.ts'
import { viewOf } from '../view.ts'

/** Stories for tests of rules: each act and each look takes a stage of its own, as in a run. */

export const guidOf = (label: string): Guid => derivedGuid('story', label) as Guid
export const vm = guidOf('vm HV4')

/** A checkpoint as a test thinks of it; each interface shows it in its own fields and forms. */
export interface Row {
  readonly label: string
  readonly name?: string
  readonly comment?: string
  /** Label of the parent; left out for a root. */
  readonly parent?: string
  readonly time?: string
  /** Readings that differ from what the interface usually shows; undefined takes one away. */
  readonly as?: Readonly<Partial<Record<CheckpointProperty, Reading | undefined>>>
}

export interface Look {
  readonly interface: InterfaceId
  readonly rows: readonly Row[]
  /** Label of the checkpoint that the VM stands on. */
  readonly position?: string
  readonly vm?: Guid
  readonly vmAs?: Readings<VmProperty>
  readonly settled?: Settled
  readonly awaitedMs?: number
  readonly witness?: boolean
  readonly participant?: string
}

/** Acts on the VM itself have no label. */
type ActParts = Partial<Omit<Act, 'intended'>> & Intended & { readonly label?: string }

export interface Tale {
  readonly story: Story
  act(through: InterfaceId, action: Act['action'], parts: ActParts): Tale
  look(...looks: readonly Look[]): Tale
  measure<Name extends MeasurementName>(through: InterfaceId, name: Name, value: Measurements[Name]): Tale
}

/** @param vmNeed the VM that the scenario asked for. */
export function tale(scenario = 'test.story', vmNeed = 'running'): Tale {
  const acts: Act[] = []
  const views: View[] = []
  const measurements: Measurement[] = []
  let stage = 0
  const told: Tale = {
    story: { scenario, vmNeed, acts, views, measurements },
    act(through, action, { label, name, comment, kind, form, checkpointType, vmState, vmNotes, inside, ...parts }) {
      const wanted = { name, comment, kind, form, checkpointType, vmState, vmNotes, inside }
      const intended = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Intended
      const isFailed = parts.result !== undefined && parts.result !== 'done'
      const checkpoint = label === undefined || (action === 'create' && isFailed) ? null : guidOf(label)
      acts.push({
        id: `${scenario}/${stage}/${action}`,
        stage,
        title: `${action} ${label ?? ''}`.trim(),
        interface: through,
        participant: through,
        action,
        vm,
        checkpoint,
        intended,
        result: 'done',
        evidence: [],
        ...parts,
      })
      stage++
      return told
    },
    measure(through, name, value) {
      measurements.push({
        id: `${scenario}/${stage}/${through}/${name}`,
        stage,
        title: name,
        interface: through,
        participant: through,
        vm,
        name,
        value: value as unknown as Json,
        via: 'connection',
        origin: 'simulator',
        evidence: [],
      })
      stage++
      return told
    },
    look(...looks) {
      for (const one of looks) views.push(viewIn(scenario, stage, one))
      stage++
      return told
    },
  }
  return told
}

function viewIn(scenario: string, stage: number, look: Look): View {
  const own = look.vm ?? vm
  const context = {
    id: `${scenario}/${stage}/${look.interface}/${own}`,
    stage,
    title: `look ${stage}`,
    interface: look.interface,
    participant: look.participant ?? look.interface,
    vm: own,
    settled: look.settled ?? 'synchronised',
    ...(look.awaitedMs === undefined ? {} : { awaitedMs: look.awaitedMs }),
    witness: look.witness ?? true,
    via: look.settled === 'file' ? 'file' : 'connection',
    origin: 'simulator',
    evidence: [],
  } as const
  const shows = look.interface === 'hyperv-wmi' ? wmi : scvmm
  return viewOf(context, {
    fields: { ...shows.vm(own, look.position), ...look.vmAs },
    checkpoints: look.rows.map((row) => ({ fields: { ...shows.row(row, own), ...row.as } as Readings<CheckpointProperty> })),
  })
}

const pathOf = (label: string): string =>
  `\\\\HV01\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:${guidOf(label)}"`
const noon = '2026-03-14T12:00:00Z'

interface Shows {
  vm(own: Guid, position: string | undefined): Readings<VmProperty>
  row(row: Row, own: Guid): Readings<CheckpointProperty>
}

const wmi: Shows = {
  vm: (own, position) => ({
    vmId: reading.value('Name', own),
    vmName: reading.value('ElementName', 'HV4'),
    vmNotes: reading.value('Notes', ['']),
    checkpointType: reading.value('UserSnapshotType', 5),
    position: position === undefined ? reading.nil('Parent') : reading.value('Parent', pathOf(position)),
  }),
  row: ({ label, name = label, comment = '', parent, time = noon }, own) => ({
    id: reading.value('ConfigurationID', guidOf(label)),
    vm: reading.value('VirtualSystemIdentifier', own),
    name: reading.value('ElementName', name),
    comment: reading.value('Notes', [comment]),
    parent: parent === undefined ? reading.nil('Parent') : reading.value('Parent', pathOf(parent)),
    createdTime: reading.value('CreationTime', time),
    kind: reading.value('VirtualSystemType', 'Microsoft:Hyper-V:Snapshot:Realized'),
    typeNames: reading.value('class', ['Msvm_VirtualSystemSettingData']),
  }),
}

const scvmm: Shows = {
  vm: (own, position) => ({
    vmId: reading.value('VMId', own),
    vmDatabaseId: reading.value('ID', guidOf(`database id of ${own}`).toLowerCase()),
    vmName: reading.value('Name', 'HV4'),
    checkpointType: reading.value('CheckpointType', 'Standard'),
    position: reading.value('LastRestoredCheckpointID', position === undefined ? own : guidOf(position)),
  }),
  row: ({ label, name = label, comment = '', parent, time = noon }, own) => ({
    id: reading.value('CheckpointID', guidOf(label)),
    databaseId: reading.value('ID', guidOf(`database id of ${label}`).toLowerCase()),
    vm: reading.value('VMId', guidOf(`database id of ${own}`).toLowerCase()),
    name: reading.value('Name', name),
    comment: reading.value('Description', comment),
    parent: reading.value('ParentCheckpointID', parent === undefined ? own : guidOf(parent)),
    createdTime: reading.value('AddedTime', time),
    modifiedTime: reading.value('ModifiedTime', time),
    typeNames: reading.value('odata.type', ['VMM.VMCheckPoint']),
  }),
}
