import type { WmiClass } from '../wmi-class.ts'

/** An argument of CreateSnapshot. It is embedded in a string and cannot be enumerated. */
export const virtualSystemSnapshotSettingData: WmiClass = {
  name: 'Msvm_VirtualSystemSnapshotSettingData',
  namespace: 'root/virtualization/v2',
  keys: ['InstanceID'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualsystemsnapshotsettingdata.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        ConsistencyLevel: 'uint8',
        GuestBackupType: 'uint8',
        IgnoreNonSnapshottableDisks: 'boolean',
      },
    },
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'observed',
      types: {
        Caption: 'string',
        Description: 'string',
        ElementName: 'string',
        InstanceID: 'string',
      },
    },
  ],
}
