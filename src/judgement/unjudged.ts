/** Why no rule judges a claim yet. `snapcheck list --claims` and every report show it. */
export const unjudgedReasons = {
  'needs-interface': 'It shows only through an interface that is not built yet.',
  'needs-restore': 'It needs scenarios that watch a VM around an apply, which are not built yet.',
  'needs-limits': 'It needs scenarios at the limits of the product, which are not built yet.',
  'needs-setting': 'It needs scenarios that change settings, disks, rights or jobs of a VM or server, which are not built yet.',
  'needs-measurement': 'It needs a measured time or a set of files on the host, which is not built yet.',
  'needs-protocol-probe': 'It is about single requests, which scenarios that send them one by one will judge; not built yet.',
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
