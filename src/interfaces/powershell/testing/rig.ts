import { parseGuid, type Guid } from '../../../checkpoint/guid.ts'
import { normalise } from '../../../checkpoint/normalise.ts'
import type { CheckpointProperty, VmReading } from '../../../checkpoint/reading.ts'
import { startLab, type Lab, type LabOptions } from '../../../lab/lab.ts'
import { moduleEnvironment } from '../../../lab/powershell/environment.ts'
import { writeModules } from '../../../lab/powershell/write-modules.ts'
import { lazySession, type ScriptCalls } from '../../../protocols/powershell/session/lazy.ts'
import { executable } from '../../../protocols/powershell/session/testing/powershell.ts'
import { capturingCalls } from '../../../recording/capturing-calls.ts'
import { evidenceStore, type EvidenceStore } from '../../../recording/evidence.ts'
import { evidenceTrail } from '../../../recording/trail.ts'
import type { CheckpointInterface, EvidenceTrail } from '../../port.ts'

/** What one interface shows of one property of each checkpoint, normalised, in its own order. */
export function values(read: VmReading | null, property: CheckpointProperty, vm: Guid): readonly unknown[] {
  return read!.checkpoints.map(({ fields }) => normalise(property, fields[property]!, vm).value)
}

/** Of nothing in the lab. */
export const nobody = parseGuid('11111111-2222-4333-8444-555555555555')!

/** What a test of an interface through a module works with. */
export interface Rig extends AsyncDisposable {
  readonly lab: Lab
  readonly store: EvidenceStore
  readonly through: CheckpointInterface
  vm(name: string): Guid
  /** Digests of all evidence; throws where evidence holds a port or a password. */
  digests(): readonly string[]
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
  const bridge = await lab.powershell()
  const session = lazySession({ executable, environment: moduleEnvironment(bridge, modules.path) })
  const label = 'lab through PowerShell'
  const through = connect({ label, trail, calls: capturingCalls(session, { label, computer: 'localhost' }, store, trail) })
  return {
    lab,
    store,
    through,
    vm: (name) => lab.vms.find((each) => each.name === name)!.id,
    digests() {
      const { url, credentials } = bridge
      const leaked = store.all().find(({ body }) => [new URL(url).port, credentials.password].some((secret) => body.includes(secret)))
      if (leaked !== undefined) throw new Error(`evidence holds a port or a password: ${leaked.body}`)
      return store.all().map(({ digest }) => digest)
    },
    async [Symbol.asyncDispose]() {
      await through.close()
      modules.remove()
      await lab.close()
    },
  }
}
