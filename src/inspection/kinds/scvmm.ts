import { reading, type CheckpointReading, type Reading, type VmReading } from '../../checkpoint/reading.ts'
import { firstText, objectOf, textOf, type Exported, type Field } from '../exported/exported.ts'
import { checkpointReading, readingsOf, truncatedCheckpoint } from '../exported/readings.ts'
import { serverMembers } from '../shapes.ts'
import { scvmmTables } from '../tables.ts'
import { collectVm, guidIn, type Collector } from './collector.ts'

/** The configuration file of a VM is named after its Hyper-V GUID (C-043, observed in 73 recorded paths; .vmcx from 2016). */
const vmFile = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:xml|exp|vmcx)$/i

export function collectScvmmVm(into: Collector, vm: Exported): void {
  collectServer(into, objectOf(vm.field('ServerConnection')))
  into.mark(vm)
  into.time(readingsOf(vm, { modified: ['ModifiedTime'] }).modified)
  const field = vm.field('VMCheckpoints')
  const fields: VmReading['fields'] = { vmId: vmIdOf(vm), ...readingsOf(vm, scvmmTables.vm) }
  if (field.form !== 'absent') return collectVm(into, fields, checkpointsIn(into, field))
  // Without the list an empty tree would be claimed: the position can then not be judged either.
  into.notice({
    code: 'no-checkpoint-list',
    sentence: 'The VMs of the file have no VMCheckpoints, so whether they have checkpoints is not known.',
  })
  const { position: _position, ...others } = fields
  collectVm(into, others, [])
}

/** VMId is in VMM's own objects; the 2017 inventories leave it out, and it is then read off the configuration file's name. */
function vmIdOf(vm: Exported): Reading {
  const own = vm.field('VMId')
  if (own.form !== 'absent') return readingsOf(vm, { vmId: ['VMId'] }).vmId!
  const path = vm.field('VMCPath')
  if (path.form === 'nil') return reading.nil('VMCPath')
  const guid = vmFile.exec(textOf(path) ?? '')?.[1]
  return guid === undefined ? reading.absent('VMId') : reading.value('VMCPath (file name)', guid)
}

/**
 * ConvertTo-Json and Export-Clixml write a text where their depth ends: the names joined by blanks, or the type's name.
 * An empty list that is cut off is the empty text (recorded in fog-hyperv-get-vm).
 */
function checkpointsIn(into: Collector, field: Field): readonly CheckpointReading[] {
  if (field.form === 'list') return field.items.flatMap((item) => checkpointsIn(into, item))
  if (field.form === 'object') return [checkpointReading(field.object, scvmmTables.checkpoint)]
  if (textOf(field) === undefined) return []
  into.notice({ code: 'truncated-by-depth', sentence: 'VMCheckpoints was cut off by the depth of the export: export again with -Depth 4.' })
  return [truncatedCheckpoint(scvmmTables.checkpoint)]
}

/** Puts the rows of `Get-SCVMCheckpoint` to their VMs, in their order. */
export interface CheckpointRows {
  add(checkpoint: Exported): void
  finish(): void
}

interface VmRows {
  readonly fields: VmReading['fields']
  readonly checkpoints: CheckpointReading[]
}

export function scvmmCheckpointRows(into: Collector): CheckpointRows {
  const vms = new Map<string, VmRows>()
  return {
    add(checkpoint) {
      const read = checkpointReading(checkpoint, scvmmTables.checkpoint)
      const key = String(read.fields.vm?.raw)
      const rows = vms.get(key) ?? { fields: vmFieldsOf(into, checkpoint, read), checkpoints: [] }
      rows.checkpoints.push(read)
      vms.set(key, rows)
    },
    finish() {
      for (const { fields, checkpoints } of vms.values()) collectVm(into, fields, checkpoints)
    },
  }
}

/** What a checkpoint tells of its VM: the VM object where the export's depth kept it, else its id and name. */
function vmFieldsOf(into: Collector, checkpoint: Exported, { fields }: CheckpointReading): VmReading['fields'] {
  collectServer(into, objectOf(checkpoint.field('ServerConnection')))
  into.mark(checkpoint)
  const vm = objectOf(checkpoint.field('VM'))
  if (vm !== undefined) return { vmId: vmIdOf(vm), ...readingsOf(vm, scvmmTables.vm) }
  const name = readingsOf(checkpoint, { vmName: ['VM'] }).vmName!
  return { vmDatabaseId: fields.vm!, vmName: name }
}

/** `ems` of an inventory or the ServerConnection of an object. */
export function collectServer(into: Collector, server: Exported | undefined): void {
  if (server === undefined) return
  into.mark(server)
  const guid = guidIn(readingsOf(server, { guid: serverMembers.guid }).guid)
  if (guid !== undefined) into.identity(`vmm:${guid}`)
  const name = firstText(server, serverMembers.name)
  if (name !== undefined) into.identity(`vmm:${name}`)
  const build = firstText(server, serverMembers.build)
  if (build !== undefined) into.product({ role: 'vmm-server', build, readFrom: 'ProductVersion of the ServerConnection' })
}

export function collectScvmmHost(into: Collector, host: Exported): void {
  const build = firstText(host, serverMembers.hostBuild)
  if (build !== undefined) into.product({ role: 'hyperv-host', build, readFrom: 'HyperVVersion of the VMHost' })
}
