import { virtualSystemTypeOf } from '../../checkpoint/kinds.ts'
import type { CheckpointView } from '../observation.ts'

/** How each interface of Hyper-V says it: the word, the number in JSON (powershell-cmdlets.md section 1.4, observed), the WMI type. */
const backupKinds: readonly unknown[] = ['Recovery', 1, virtualSystemTypeOf('Recovery')]

/** The kind of a recovery checkpoint: a backup makes it, and removes it. */
export function isBackupKind(kind: unknown): boolean {
  return backupKinds.includes(kind)
}

export function isOfBackup({ observations: { kind } }: CheckpointView): boolean {
  return kind?.form === 'value' && isBackupKind(kind.normalised)
}
