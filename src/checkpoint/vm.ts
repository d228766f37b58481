/** The states in which a VM can be put and found: EnabledState 2, 3, 6 and 9 (hyperv-wmi-v2.md section 3, observed). */
export const vmStates = ['running', 'off', 'saved', 'paused'] as const
export type VmState = (typeof vmStates)[number]

/** UserSnapshotType: 2 disabled, 3 production with fallback, 4 production only, 5 standard (hyperv-wmi-v2.md section 4, documented). */
export const checkpointTypes = [2, 3, 4, 5] as const
export type CheckpointType = (typeof checkpointTypes)[number]

/** `recovery` is what a backup makes (SnapshotType 32768, hyperv-wmi-v2.md section 4). */
export type NewCheckpointKind = 'default' | 'recovery'
