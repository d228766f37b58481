import { isXmlText } from '../../protocols/xml/write.ts'
import { cmdlets } from '../../products/spf/service.ts'
import type { Guid } from '../../checkpoint/guid.ts'
import type { VmmContext } from './context.ts'
import { vmmDefaultName } from './default-name.ts'
import { leaveBehind } from './falsified.ts'
import { hostFailure, isFailure, onHost, startJob, type VmmStarted } from './jobs.ts'
import type { VmmCheckpoint, VmmFailure, VmmVm } from './model.ts'
import { refreshOne } from './refresh.ts'
import { checkpointRow } from './rows.ts'
import type { VmmSwitches } from './switches.ts'

/** What may be given of a checkpoint; what is left out stays, or is VMM's default. */
export interface CheckpointTexts {
  readonly name?: string
  readonly description?: string
}

/** Hyper-V's limit; what VMM does with a longer name before it asks the host is unknown. */
const nameLength = 100

function fitting(name: string, { longNames }: VmmSwitches): string {
  return longNames === 'truncate' ? name.slice(0, nameLength) : name
}

type End = (failure: VmmFailure | null) => void

/** New-SCVMCheckpoint: the host takes it, VMM writes the row out of the result; other rows of the VM stay as they are. */
export function newCheckpoint(context: VmmContext, vm: VmmVm, { name, description = '' }: CheckpointTexts): VmmStarted {
  const { world, clock, switches } = context
  const id = context.nextId('row')
  const given = fitting(name ?? vmmDefaultName(vm.name, clock.now(), switches.utcOffsetMinutes), switches)
  const wanted = { id, vm, name: given, description }
  const started = startJob(context, {
    cmdlet: cmdlets.create,
    vm,
    checkpoint: id,
    work: (whenDone) => {
      const end: End = (failure) => {
        if (failure !== null) leaveBehind(context, wanted)
        whenDone(failure)
      }
      if (!carriable(given, end)) return
      onHost(world.createCheckpoint(vm.vmId, { through: 'vmm', name: given }), (result) => {
        if (isFailure(result)) return end(result)
        const created = result.affected.find(({ kind }) => kind === 'checkpoint')!.id
        writeNotes(context, created, description, (failure) => {
          if (failure === null) insertRow(context, vm, id, created, description)
          end(failure)
        })
      })
    },
  })
  if (started.refusal !== undefined) leaveBehind(context, wanted)
  return started
}

/** Set-SCVMCheckpoint. */
export function setCheckpoint(context: VmmContext, checkpoint: VmmCheckpoint, { name: wanted, description }: CheckpointTexts): VmmStarted {
  const { database, clock, switches } = context
  const name = wanted === undefined ? undefined : fitting(wanted, switches)
  return startJob(context, {
    cmdlet: cmdlets.change,
    vm: database.vm(checkpoint.vm)!,
    checkpoint: checkpoint.id,
    work: (end) => {
      if (!carriable(name ?? '', end)) return
      renameOnHost(context, checkpoint, name, (failure) => {
        if (failure !== null) return end(failure)
        writeNotes(context, checkpoint.checkpointId, description, (notesFailure) => {
          if (notesFailure === null) {
            const texts = {
              ...(name === undefined ? {} : { name }),
              ...(description === undefined ? {} : { description }),
            }
            database.putCheckpoint({ ...(database.checkpoint(checkpoint.id) ?? checkpoint), ...texts, modifiedTime: clock.now() })
          }
          end(notesFailure)
        })
      })
    },
  })
}

/** Remove-SCVMCheckpoint: children hang from the parent afterwards, as on the host (C-078). A stale row ends in 12711 and stays (C-066). */
export function removeCheckpoint(context: VmmContext, checkpoint: VmmCheckpoint): VmmStarted {
  const { world, database } = context
  return startJob(context, {
    cmdlet: cmdlets.remove,
    vm: database.vm(checkpoint.vm)!,
    checkpoint: checkpoint.id,
    work: (end) =>
      onHost(world.destroyCheckpoint(checkpoint.checkpointId), (result) => {
        if (isFailure(result)) return end(result)
        dropRow(context, checkpoint)
        end(null)
      }),
  })
}

/** Restore-SCVMCheckpoint: a VM that runs is stopped first, which SCVMM does for its user (C-076, documented). */
export function restoreCheckpoint(context: VmmContext, checkpoint: VmmCheckpoint): VmmStarted {
  const { world, database } = context
  const vm = database.vm(checkpoint.vm)!
  return startJob(context, {
    cmdlet: cmdlets.restore,
    vm,
    checkpoint: checkpoint.id,
    work: (end) => {
      if (world.checkpoint(checkpoint.checkpointId) !== undefined) world.setVmState(vm.vmId, 'off')
      onHost(world.applyCheckpoint(checkpoint.checkpointId), (result) => {
        if (isFailure(result)) return end(result)
        database.putVm({ ...database.vm(vm.id)!, lastRestoredCheckpointId: checkpoint.checkpointId, state: world.vm(vm.vmId)!.state })
        end(null)
      })
    },
  })
}

/** Start-SCVirtualMachine, Stop-SCVirtualMachine. The row follows at the end of the job (assumed). */
export function changeVmState(context: VmmContext, vm: VmmVm, state: 'running' | 'off'): VmmStarted {
  const { world, database } = context
  return startJob(context, {
    cmdlet: state === 'running' ? cmdlets.start : cmdlets.stop,
    vm,
    work: (end) =>
      onHost(world.changeVmState(vm.vmId, state), (result) => {
        if (isFailure(result)) return end(result)
        database.putVm({ ...database.vm(vm.id)!, state })
        end(null)
      }),
  })
}

/** Read-SCVirtualMachine: the full refresh of one VM, as a job; that it reads the checkpoints too is inferred (C-061). */
export function readVm(context: VmmContext, vm: VmmVm): VmmStarted {
  return startJob(context, {
    cmdlet: 'Read-SCVirtualMachine',
    vm,
    work: (end) => {
      refreshOne(context, vm.vmId)
      end(null)
    },
  })
}

/** Somebody else's job, which changes nothing: another administrator's, on the same VM. */
export function occupy(context: VmmContext, vm: VmmVm, durationMs: number): void {
  const { clock } = context
  startJob(context, { cmdlet: 'Set-SCVirtualMachine', vm, work: (end) => void clock.schedule(clock.now() + durationMs, () => end(null)) })
}

/** VMM drives the host over WS-Management, so that text which XML cannot hold never reaches it (inferred). */
function carriable(text: string, end: End): boolean {
  if (isXmlText(text)) return true
  end(hostFailure('The name has a character that the host cannot be sent.'))
  return false
}

function renameOnHost({ world, switches }: VmmContext, checkpoint: VmmCheckpoint, name: string | undefined, end: End): void {
  if (name === undefined || !switches.setNameRenamesOnHost) return end(null)
  onHost(world.modifySettings(checkpoint.checkpointId, { elementName: name }), (result) => end(isFailure(result) ? result : null))
}

/** The marker stands at the end of the text in the files where one was seen (C-059). */
function writeNotes({ world, switches, idOf }: VmmContext, checkpoint: Guid, description: string | undefined, end: End): void {
  if (description === undefined || switches.descriptionToNotes === 'none') return end(null)
  const marker = switches.descriptionToNotes === 'notes+marker' ? ` #CLUSTER-INVARIANT#:{${idOf('checkpoint', checkpoint)}}` : ''
  onHost(world.modifySettings(checkpoint, { notes: [description + marker] }), (result) => end(isFailure(result) ? result : null))
}

function insertRow(context: VmmContext, vm: VmmVm, id: string, created: Guid, description: string): void {
  const { world, database } = context
  const checkpoint = world.checkpoint(created)
  if (checkpoint === undefined) return
  // A refresher may have found it before the job ended: then that row becomes the job's.
  const found = database.checkpointsOf(vm.id).find(({ checkpointId }) => checkpointId === created)
  if (found !== undefined) database.dropCheckpoint(found.id)
  database.putCheckpoint(checkpointRow(context, vm, checkpoint, { id, description }))
  database.putVm({ ...database.vm(vm.id)!, lastRestoredCheckpointId: created })
}

function dropRow({ database }: VmmContext, { id, vm, checkpointId, parentCheckpointId }: VmmCheckpoint): void {
  for (const child of database.checkpointsOf(vm))
    if (child.parentCheckpointId === checkpointId) database.putCheckpoint({ ...child, parentCheckpointId })
  database.dropCheckpoint(id)
  const row = database.vm(vm)!
  if (row.lastRestoredCheckpointId === checkpointId) database.putVm({ ...row, lastRestoredCheckpointId: parentCheckpointId })
}
