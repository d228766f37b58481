import type { WmiClass } from '../wmi-class.ts'
import { serviceProperties } from './service-properties.ts'

/** The singleton that creates, applies and destroys checkpoints. */
export const virtualSystemSnapshotService: WmiClass = {
  name: 'Msvm_VirtualSystemSnapshotService',
  namespace: 'root/virtualization/v2',
  keys: ['CreationClassName', 'Name', 'SystemCreationClassName', 'SystemName'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualsystemsnapshotservice.md',
  properties: [serviceProperties],
  methods: {
    CreateSnapshot: {
      in: { AffectedSystem: 'reference', SnapshotSettings: 'string', SnapshotType: 'uint16', ResultingSnapshot: 'reference' },
      out: { ResultingSnapshot: 'reference', Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/cim-virtualsystemsnapshotservice-createsnapshot.md',
    },
    ApplySnapshot: {
      in: { Snapshot: 'reference' },
      out: { Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/applysnapshot-msvm-virtualsystemsnapshotservice.md',
    },
    DestroySnapshot: {
      in: { AffectedSnapshot: 'reference' },
      out: { Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/destroysnapshot-msvm-virtualsystemsnapshotservice.md',
    },
    DestroySnapshotTree: {
      in: { SnapshotSettingData: 'reference' },
      out: { Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/destroysnapshottree-msvm-virtualsystemsnapshotservice.md',
    },
  },
}
