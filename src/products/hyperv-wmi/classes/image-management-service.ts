import type { WmiClass } from '../wmi-class.ts'
import { serviceProperties } from './service-properties.ts'

/** The singleton that knows the files of virtual disks, of the methods that matter here. */
export const imageManagementService: WmiClass = {
  name: 'Msvm_ImageManagementService',
  namespace: 'root/virtualization/v2',
  keys: ['CreationClassName', 'Name', 'SystemCreationClassName', 'SystemName'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-imagemanagementservice.md',
  properties: [serviceProperties],
  methods: {
    GetVirtualHardDiskSettingData: {
      in: { Path: 'string' },
      out: { SettingData: 'string', Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/getvirtualharddisksettingdata-msvm-imagemanagementservice.md',
    },
  },
}
