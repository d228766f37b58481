import { objectsIn, textOf } from '../powershell/objects.ts'
import { originOf, productNameOf } from '../powershell/origin.ts'
import { ask, type ScriptTarget } from '../powershell/script-target.ts'
import type { ParticipantIdentity } from '../port.ts'

/** The connection tells the build of the server (ProductVersion, recorded in inventories of 2012 R2). */
export async function identifyServer(target: ScriptTarget): Promise<ParticipantIdentity> {
  const [identity] = objectsIn(await ask(target, 'identify'))
  const version = textOf(identity, 'Version')
  const origin = originOf(identity, version)
  return {
    product: productNameOf('System Center Virtual Machine Manager', origin),
    version,
    build: version,
    origin,
    identifiedBy: 'the VirtualMachineManager module: its author, company of its file, ProductVersion of Get-SCVMMServer',
  }
}
