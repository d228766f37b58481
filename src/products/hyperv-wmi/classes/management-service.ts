import type { WmiClass } from '../wmi-class.ts'
import { serviceProperties } from './service-properties.ts'

/** The singleton that renames and writes notes, of the methods that matter here. */
export const virtualSystemManagementService: WmiClass = {
  name: 'Msvm_VirtualSystemManagementService',
  namespace: 'root/virtualization/v2',
  keys: ['CreationClassName', 'Name', 'SystemCreationClassName', 'SystemName'],
  keysMark: 'observed',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualsystemmanagementservice.md',
  properties: [serviceProperties],
  methods: {
    ModifySystemSettings: {
      in: { SystemSettings: 'string' },
      out: { Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/modifysystemsettings-msvm-virtualsystemmanagementservice.md',
    },
  },
}
