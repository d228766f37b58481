import type { Guid } from '../../../checkpoint/guid.ts'
import { startLab, type Lab, type LabOptions } from '../../../lab/lab.ts'
import { moduleEnvironment } from '../../../lab/powershell/environment.ts'
import { writeModules } from '../../../lab/powershell/write-modules.ts'
import { lazySession, type ScriptCalls } from '../../../protocols/powershell/session/lazy.ts'
import { executable } from '../../../protocols/powershell/session/testing/powershell.ts'
import { capturingCalls } from '../../../recording/capturing-calls.ts'
import { evidenceStore, type EvidenceStore } from '../../../recording/evidence.ts'
import { evidenceTrail } from '../../../recording/trail.ts'
import type { CheckpointInterface, EvidenceTrail } from '../../port.ts'

/** What a test of an interface through a module works with. */
export interface Rig extends AsyncDisposable {
  readonly lab: Lab
  readonly store: EvidenceStore
  readonly through: CheckpointInterface
  vm(name: string): Guid
}

export interface Connection {
  readonly label: string
  readonly calls: ScriptCalls
  readonly trail: EvidenceTrail
}

/** A lab, a real PowerShell that sees the lab's modules, and the interface through one of them, its calls captured. */
export async function openRig(connect: (connection: Connection) => CheckpointInterface, options: Partial<LabOptions> = {}): Promise<Rig> {
  const lab = await startLab({ seed: 'powershell', ...options })
  const modules = writeModules()
  const store = evidenceStore()
  const trail = evidenceTrail()
  const session = lazySession({ executable, environment: moduleEnvironment(lab.powershell, modules.path) })
  const label = 'lab through PowerShell'
  const through = connect({ label, trail, calls: capturingCalls(session, { label, computer: 'localhost' }, store, trail) })
  return {
    lab,
    store,
    through,
    vm: (name) => lab.vms.find((each) => each.name === name)!.id,
    async [Symbol.asyncDispose]() {
      await through.close()
      modules.remove()
      await lab.close()
    },
  }
}
