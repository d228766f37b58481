import type { Guid } from '../../checkpoint/guid.ts'
import { reading, type VmReading } from '../../checkpoint/reading.ts'
import type { Json } from '../../foundation/json.ts'
import type { Exported } from '../../inspection/exported/exported.ts'
import type { ScriptCalls } from '../../protocols/powershell/session/lazy.ts'
import type { Parameters } from '../../protocols/powershell/session/parameters.ts'
import type { Script } from '../../protocols/powershell/session/script.ts'
import { guidMade, memberNames, objectsIn, vmReading } from '../powershell/objects.ts'
import { askForVm, change, type ScriptTarget } from '../powershell/script-target.ts'
import type { CheckpointInterface, EvidenceTrail, Evidenced, NewCheckpoint, Operation } from '../port.ts'
import { refuseOperation } from '../unsupported.ts'
import { identifyServer } from './identify.ts'
import { jobMembers, members, stateName } from './members.ts'
import { passive, unsupported as always } from './unsupported.ts'

export interface ScvmmPowershellOptions {
  /** What reports call the VMM server. */
  readonly label: string
  /** Of a PowerShell that has the VirtualMachineManager module, captured or not. */
  readonly calls: ScriptCalls
  readonly trail: EvidenceTrail
  /** The VMM server, as Get-SCVMMServer takes it. */
  readonly computer: string
  /** Each `read` makes VMM look at the VM first; left out: VMM shows what it knows. */
  readonly refreshes?: boolean
  /** Milliseconds for one call, VMM's job included. */
  readonly timeout?: number
}

const script: Script = {
  path: 'src/interfaces/scvmm-powershell/scripts/scvmm.ps1',
  sha256: 'd78f542a1b765490c4a9ca0eabfb456008d1a935a63f3db836dc1acfa2f20de7',
}

/**
 * SCVMM through its own PowerShell module. Every cmdlet waits for VMM's job. What it shows is VMM's database: without
 * `refreshes` it is as old as VMM's own last look.
 */
export function scvmmPowershell(options: ScvmmPowershellOptions): CheckpointInterface {
  const { label, calls, trail, computer, refreshes: Refresh = false, timeout } = options
  const target: ScriptTarget = { label, calls, script, computer, timeout }
  const unsupported = Refresh ? always : [...always, passive]
  const refuse = (operation: Operation): Promise<never> => refuseOperation(label, unsupported, operation)
  const act = (action: Operation, parameters: Parameters): Promise<Evidenced<void>> =>
    trail.gather(async () => void (await change(target, action, parameters)))
  return {
    id: 'scvmm-powershell',
    unsupported,
    identify: () => trail.gather(() => identifyServer(target)),
    read: (VM, also = []) => trail.gather(() => readVm(target, { VM, Refresh }, also.includes('jobs'))),
    readTree: (VM) => trail.gather(() => readVm(target, { VM }, true)),
    create: (vm, wanted) =>
      trail.gather(() => (wanted.kind === 'recovery' ? refuse('create-recovery') : createCheckpoint(target, vm, wanted))),
    rename: (VM, Checkpoint, Name) => act('rename', { VM, Checkpoint, Name }),
    setComment: (VM, Checkpoint, Description) => act('set-comment', { VM, Checkpoint, Description }),
    restore: (VM, Checkpoint) => act('restore', { VM, Checkpoint }),
    remove: (VM, Checkpoint) => act('remove', { VM, Checkpoint }),
    removeSubtree: () => trail.gather(() => refuse('remove-subtree')),
    setCheckpointType: () => trail.gather(() => refuse('set-checkpoint-type')),
    setVmNotes: () => trail.gather(() => refuse('set-vm-notes')),
    setVmState(VM, state) {
      const State = stateName(state)
      return State === undefined
        ? trail.gather(() => refuse(state === 'saved' ? 'save-vm' : 'pause-vm'))
        : act('set-vm-state', { VM, State })
    },
    hostTime: () => trail.gather(() => refuse('host-time')),
    close: () => calls.close(),
  }
}

async function createCheckpoint(target: ScriptTarget, VM: Guid, { name, comment, onMade }: NewCheckpoint): Promise<Guid> {
  const texts = { ...(name === undefined ? {} : { Name: name }), ...(comment === undefined ? {} : { Description: comment }) }
  const id = guidMade(target.label, await change(target, 'create', { VM, ...texts }), 'CheckpointID')
  onMade?.(id)
  return id
}

async function readVm(target: ScriptTarget, parameters: Parameters, withJobs: boolean): Promise<VmReading | null> {
  const selected = { ...memberNames(members), ...(withJobs ? { JobMembers: jobMembers } : {}) }
  const output = await askForVm(target, 'read', { ...parameters, ...selected })
  if (output === null) return null
  const objects = objectsIn(output)
  const read = vmReading(
    objects.filter((object) => !isJob(object)),
    members,
  )
  if (read === null || !withJobs) return read
  return { ...read, fields: { ...read.fields, jobs: reading.value('Get-SCJob', objects.filter(isJob).map(jobRow)) } }
}

function isJob(object: Exported): boolean {
  return object.field('CmdletName').form !== 'absent'
}

function jobRow(job: Exported): Json {
  return Object.fromEntries(
    jobMembers.map((name) => {
      const field = job.field(name)
      return [name, field.form === 'scalar' ? field.value : null]
    }),
  )
}
