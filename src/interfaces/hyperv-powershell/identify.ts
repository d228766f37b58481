import { objectsIn, textOf } from '../powershell/objects.ts'
import { originOf, productNameOf } from '../powershell/origin.ts'
import { ask, type ScriptTarget } from '../powershell/script-target.ts'
import type { ParticipantIdentity } from '../port.ts'

/** The computer that PowerShell itself runs on. */
export const thisComputer = 'localhost'

/**
 * The file of the module has the build of the Windows that it is of, which is the host's only where PowerShell runs on the
 * host (inferred): the module tells no build of a host elsewhere.
 */
export async function identifyHost(target: ScriptTarget): Promise<ParticipantIdentity> {
  const [identity] = objectsIn(await ask(target, 'identify'))
  const version = target.computer === thisComputer ? textOf(identity, 'Version') : null
  const origin = originOf(identity, version)
  return {
    product: productNameOf('Hyper-V', origin),
    version,
    build: version?.split('.').at(-1) ?? null,
    origin,
    identifiedBy: 'the Hyper-V module: its author, company and version of its file',
  }
}
