/** Why no rule judges a claim yet. `snapcheck list --claims` and every report show it. */
export const unjudgedReasons = {
  'needs-interface': 'It shows only through an interface that is not built yet.',
  'needs-setting': 'It needs a setting, a right or a change of disks that no interface of this version can make.',
  'needs-measurement': 'It needs something measured on the server itself, which no interface of this version reaches.',
  'needs-cluster': 'It needs a failover cluster.',
  'needs-replica': 'It needs Hyper-V Replica.',
  'needs-scom': 'It needs System Center Operations Manager.',
  'needs-event-log': 'It needs the event log of the host.',
  'needs-an-eye': 'Only a person at a window can see it.',
  'needs-versions': 'It is about versions and upgrades: it needs the terminology or support table of a version, or a run before and after.',
} as const
export type UnjudgedCode = keyof typeof unjudgedReasons

export interface UnjudgedReason {
  readonly code: UnjudgedCode
  readonly sentence: string
}
