import type { CmdletParameter } from '../cmdlet.ts'

const everywhere = { '*': {} }

export const onBehalf: readonly CmdletParameter[] = [
  { name: 'OnBehalfOfUser', type: 'String', sets: everywhere },
  { name: 'OnBehalfOfUserRole', type: 'UserRole', sets: everywhere },
]

/** Of every cmdlet that is a job (documented). */
export const jobParameters: readonly CmdletParameter[] = [
  ...onBehalf,
  { name: 'RunAsynchronously', type: 'SwitchParameter', sets: everywhere },
  { name: 'PROTipID', type: 'Guid', sets: everywhere },
  { name: 'JobVariable', type: 'String', sets: everywhere },
]
