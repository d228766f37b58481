/** Kinds of a checkpoint instance, by VirtualSystemType without its prefix (semantics.md section 2.1, documented). */
export const checkpointKinds = [
  'Realized',
  'Recovery',
  'Planned',
  'Missing',
  'Replica:Standard',
  'Replica:ApplicationConsistent',
  'Replica:PlannedFailover',
] as const
export type CheckpointKind = (typeof checkpointKinds)[number]

const prefix = 'Microsoft:Hyper-V:Snapshot:'

/** The kind in a VirtualSystemType, or undefined when it is not a snapshot's. */
export function kindOfVirtualSystemType(type: string): CheckpointKind | undefined {
  const kind = type.startsWith(prefix) ? type.slice(prefix.length) : undefined
  return checkpointKinds.find((known) => known === kind)
}

export function virtualSystemTypeOf(kind: CheckpointKind): string {
  return prefix + kind
}
