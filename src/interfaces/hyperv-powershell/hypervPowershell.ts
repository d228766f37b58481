import type { Guid } from '../../checkpoint/guid.ts'
import type { ScriptCalls } from '../../protocols/powershell/session/lazy.ts'
import type { Parameters } from '../../protocols/powershell/session/parameters.ts'
import type { Script } from '../../protocols/powershell/session/script.ts'
import { guidMade, memberNames, objectsIn, vmReading } from '../powershell/objects.ts'
import { askForVm, change, type ScriptTarget } from '../powershell/script-target.ts'
import type { CheckpointInterface, EvidenceTrail, Evidenced, NewCheckpoint, Operation } from '../port.ts'
import { refuseOperation } from '../unsupported.ts'
import { identifyHost, thisComputer } from './identify.ts'
import { checkpointTypeNames, members, stateNames } from './members.ts'
import { unsupported } from './unsupported.ts'

export interface HypervPowershellOptions {
  /** What reports call the host. */
  readonly label: string
  /** Of a PowerShell that has the Hyper-V module, captured or not. */
  readonly calls: ScriptCalls
  readonly trail: EvidenceTrail
  /** As -ComputerName takes it; the computer that PowerShell runs on where left out. */
  readonly computer?: string
  /** Milliseconds for one call, the host's job included. */
  readonly timeout?: number
}

const script: Script = {
  path: 'src/interfaces/hyperv-powershell/scripts/hyper-v.ps1',
  sha256: 'b9817f823c921370733cbc5e7811896d3acc3761b6c090f7d99ec77656d809c3',
}

/** Hyper-V through its own PowerShell module. Every cmdlet waits for the host's job. */
export function hypervPowershell({ label, calls, trail, computer = thisComputer, timeout }: HypervPowershellOptions): CheckpointInterface {
  const target: ScriptTarget = { label, calls, script, computer, timeout }
  const refuse = (operation: Operation): Promise<never> => refuseOperation(label, unsupported, operation)
  const act = (action: Operation, parameters: Parameters): Promise<Evidenced<void>> =>
    trail.gather(async () => void (await change(target, action, parameters)))
  const read: CheckpointInterface['readTree'] = (VM) =>
    trail.gather(async () => {
      const output = await askForVm(target, 'read', { VM, ...memberNames(members) })
      return output === null ? null : vmReading(objectsIn(output), members)
    })
  return {
    id: 'hyperv-powershell',
    unsupported,
    identify: () => trail.gather(() => identifyHost(target)),
    read,
    readTree: read,
    create: (vm, wanted) =>
      trail.gather(() => {
        if (wanted.kind === 'recovery') return refuse('create-recovery')
        return wanted.comment === undefined ? create(target, vm, wanted) : refuse('create-with-comment')
      }),
    rename: (VM, Checkpoint, Value) => act('rename', { VM, Checkpoint, Value }),
    setComment: () => trail.gather(() => refuse('set-comment')),
    restore: (VM, Checkpoint) => act('restore', { VM, Checkpoint }),
    remove: (VM, Checkpoint) => act('remove', { VM, Checkpoint }),
    removeSubtree: (VM, Checkpoint) => act('remove-subtree', { VM, Checkpoint }),
    setCheckpointType: (VM, type) => act('set-checkpoint-type', { VM, Value: checkpointTypeNames[type] }),
    setVmNotes: (VM, Value) => act('set-vm-notes', { VM, Value }),
    setVmState: (VM, state) => act('set-vm-state', { VM, Value: stateNames[state] }),
    hostTime: () => trail.gather(() => refuse('host-time')),
    close: () => calls.close(),
  }
}

async function create(target: ScriptTarget, VM: Guid, { name, onMade }: NewCheckpoint): Promise<Guid> {
  const output = name === undefined ? await change(target, 'create', { VM }) : await change(target, 'create-with-name', { VM, Value: name })
  const id = guidMade(target.label, output, 'Id')
  onMade?.(id)
  return id
}
