import { guidOfInstanceId, type Guid } from '../../checkpoint/guid.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import { createEffect } from '../../products/hyperv-wmi/job-states.ts'
import { values } from '../../products/hyperv-wmi/values.ts'
import { isReference, isSameObject } from '../../protocols/wsman/client/associations.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import { writeEmbedded, type EmbeddedProperty, type EmbeddedText } from '../../protocols/wsman/codec/embedded.ts'
import { selectorText, type Reference } from '../../protocols/wsman/codec/reference.ts'
import { isArray } from '../../protocols/wsman/codec/value.ts'
import type { CheckpointType, NewCheckpointKind } from '../../checkpoint/vm.ts'
import type { NewCheckpoint } from '../port.ts'
import { waitFor, type Waiting } from '../waiting.ts'
import { call, type CallResult } from './calls.ts'
import { classes, instanceId, settingsReference, virtualization, vmReference } from './objects.ts'

/**
 * Full Snapshot with empty settings: standard or production is then the VM's own setting. A backup asks for a recovery one,
 * here crash-consistent, which a guest without integration can give too (hyperv-wmi-v2.md section 4).
 */
const requests: Readonly<Record<NewCheckpointKind, { readonly type: number; readonly settings: string | EmbeddedText }>> = {
  default: { type: values.snapshotType.value.full, settings: '' },
  recovery: {
    type: values.snapshotType.value.recovery,
    settings: writeEmbedded({
      className: classes.snapshotSettings,
      properties: [
        { name: 'ConsistencyLevel', type: 'uint8', array: false, value: 2 },
        { name: 'IgnoreNonSnapshottableDisks', type: 'boolean', array: false, value: true },
      ],
    }),
  },
}

/**
 * CreateSnapshot takes no name and no notes (recorded), so both are set afterwards.
 * @throws before anything is made where the name or comment cannot be carried.
 */
export async function createCheckpoint(client: WsManClient, waiting: Waiting, vm: Guid, wanted: NewCheckpoint): Promise<Guid> {
  const { name, comment } = wanted
  const parts = [...(name === undefined ? [] : [changes.name(name)]), ...(comment === undefined ? [] : [changes.comment(comment)])]
  // Writes it to find out whether it can be written.
  for (const part of parts) settingsChange(vm, part)
  const request = requests[wanted.kind ?? 'default']
  const made = await call(client, waiting, {
    className: classes.snapshotService,
    method: 'CreateSnapshot',
    parameters: [
      { name: 'AffectedSystem', value: vmReference(vm) },
      { name: 'SnapshotSettings', value: request.settings },
      { name: 'SnapshotType', value: request.type },
    ],
  })
  const id = await resultOf(client, waiting, made)
  wanted.onMade?.(id)
  for (const part of parts) await afterwards(id, part.name, changeSettings(client, waiting, id, part))
  return id
}

/** Only the key and the change: a whole instance sent back makes the job fail (observed). */
export const changes = {
  name: (name: string): EmbeddedProperty => ({ name: 'ElementName', type: 'string', array: false, value: name }),
  /** The array has one element in practice (hyperv-wmi-v2.md section 4). */
  comment: (comment: string): EmbeddedProperty => ({ name: 'Notes', type: 'string', array: true, value: [comment] }),
  /** Of the VM; on a checkpoint it tells what the VM had when it was taken. */
  checkpointType: (type: CheckpointType): EmbeddedProperty => ({ name: 'UserSnapshotType', type: 'uint16', array: false, value: type }),
} as const

/** @param id of a checkpoint or of a VM. */
export async function changeSettings(client: WsManClient, waiting: Waiting, id: Guid, change: EmbeddedProperty): Promise<void> {
  const value = settingsChange(id, change)
  await call(client, waiting, {
    className: classes.managementService,
    method: 'ModifySystemSettings',
    parameters: [{ name: 'SystemSettings', value }],
  })
}

/** Each method has a name of its own for its one parameter (hyperv-wmi-v2.md section 4). */
const onCheckpoint = {
  restore: { method: 'ApplySnapshot', parameter: 'Snapshot' },
  remove: { method: 'DestroySnapshot', parameter: 'AffectedSnapshot' },
  removeSubtree: { method: 'DestroySnapshotTree', parameter: 'SnapshotSettingData' },
} as const

export async function actOnCheckpoint(
  client: WsManClient,
  waiting: Waiting,
  action: keyof typeof onCheckpoint,
  checkpoint: Guid,
): Promise<void> {
  const { method, parameter } = onCheckpoint[action]
  await call(client, waiting, {
    className: classes.snapshotService,
    method,
    parameters: [{ name: parameter, value: settingsReference(checkpoint) }],
  })
}

function settingsChange(id: Guid, change: EmbeddedProperty): EmbeddedText {
  return writeEmbedded({
    className: classes.settings,
    properties: [{ name: 'InstanceID', type: 'string', array: false, value: instanceId(id) }, change],
  })
}

/** An asynchronous CreateSnapshot leaves ResultingSnapshot empty; the job's row with effect 5 names the new one (recorded). */
async function resultOf(client: WsManClient, waiting: Waiting, { out, job }: CallResult): Promise<Guid> {
  if (job === undefined) return guidOf(out.get('ResultingSnapshot') as Reference, client.label)
  const result = await waitFor(waiting, 'the result of CreateSnapshot', client.label, () => createdBy(client, job))
  return guidOf(result, client.label)
}

/** The enumeration holds the rows of all jobs of the host (recorded). */
async function createdBy(client: WsManClient, job: Reference): Promise<Reference | undefined> {
  for await (const { properties } of client.each({ namespace: virtualization, className: classes.affectedJobElement })) {
    const affecting = properties.get('AffectingElement')
    const affected = properties.get('AffectedElement')
    const effects = properties.get('ElementEffects') ?? null
    const isNew = isArray(effects) && effects.includes(createEffect)
    if (isNew && isReference(affecting) && isSameObject(affecting, job) && isReference(affected)) return affected
  }
  return undefined
}

function guidOf(reference: Reference | null | undefined, label: string): Guid {
  const id = guidOfInstanceId(selectorText(reference?.selectors ?? [], 'InstanceID') ?? '')
  if (id !== undefined) return id
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} does not say which checkpoint it made.`, {
    place: label,
    expected: 'a reference with InstanceID Microsoft:<GUID>',
  })
}

/** The checkpoint is there already: the error must name it, or nobody could remove it. */
async function afterwards(id: Guid, property: string, step: Promise<void>): Promise<void> {
  try {
    await step
  } catch (cause) {
    if (!isSnapcheckError(cause)) throw cause
    const { code, place, observed, expected, productCode } = cause
    throw new SnapcheckError(code, `Checkpoint ${id} was made, but its ${property} could not be set: ${cause.message}`, {
      ...(place && { place }),
      ...(observed && { observed }),
      ...(expected && { expected }),
      ...(productCode && { productCode }),
      next: `Remove checkpoint ${id}, or set its ${property} by hand.`,
      made: id,
      cause,
    })
  }
}
