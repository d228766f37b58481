import type { Origin } from '../../checkpoint/interface-id.ts'
import { labMark } from '../../foundation/lab-mark.ts'
import { objectsIn, textOf } from '../powershell/objects.ts'
import { ask, type ScriptTarget } from '../powershell/script-target.ts'
import type { ParticipantIdentity } from '../port.ts'

const productAuthor = 'Microsoft Corporation'

/** The computer that PowerShell itself runs on. */
export const thisComputer = 'localhost'

/**
 * The module's author says who answers. Its file has the build of the Windows that it is of, which is the host's only where
 * PowerShell runs on the host (inferred): the module tells no build of a host elsewhere.
 */
export async function identifyHost(target: ScriptTarget): Promise<ParticipantIdentity> {
  const [identity] = objectsIn(await ask(target, 'identify'))
  const author = textOf(identity, 'Author') ?? ''
  const version = target.computer === thisComputer ? textOf(identity, 'File') : null
  const isLab = author.startsWith(labMark.vendor)
  return {
    product: isLab ? 'Hyper-V (snapcheck lab)' : 'Hyper-V',
    version,
    build: version?.split('.').at(-1) ?? null,
    origin: originOf(isLab, author, version),
    identifiedBy: `author of the Hyper-V module ${textOf(identity, 'Version') ?? ''}, version of its file`,
  }
}

function originOf(isLab: boolean, author: string, version: string | null): Origin {
  if (isLab) return 'simulator'
  return author === productAuthor && version !== null ? 'product' : 'unidentified'
}
