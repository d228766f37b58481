import type { WmiClass } from '../wmi-class.ts'

/** What GetVirtualHardDiskSettingData tells of a file. It is embedded in a string and cannot be enumerated. */
export const virtualHardDiskSettingData: WmiClass = {
  name: 'Msvm_VirtualHardDiskSettingData',
  namespace: 'root/virtualization/v2',
  keys: ['InstanceID'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualharddisksettingdata.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        BlockSize: 'uint32',
        Caption: 'string',
        DataAlignment: 'uint64',
        Description: 'string',
        ElementName: 'string',
        Format: 'uint16',
        InstanceID: 'string',
        IsPmemCompatible: 'boolean',
        LogicalSectorSize: 'uint32',
        MaxInternalSize: 'uint64',
        ParentIdentifier: 'string',
        ParentPath: 'string',
        ParentTimestamp: 'datetime',
        Path: 'string',
        PhysicalSectorSize: 'uint32',
        PmemAddressAbstractionType: 'uint16',
        Type: 'uint16',
        VirtualDiskId: 'string',
      },
    },
  ],
}
