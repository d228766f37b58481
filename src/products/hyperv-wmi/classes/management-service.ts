import type { WmiClass } from '../wmi-class.ts'

/** The singleton that renames and writes notes, of the methods that matter here. */
export const virtualSystemManagementService: WmiClass = {
  name: 'Msvm_VirtualSystemManagementService',
  namespace: 'root/virtualization/v2',
  keys: ['CreationClassName', 'Name', 'SystemCreationClassName', 'SystemName'],
  keysMark: 'observed',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualsystemmanagementservice.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        AvailableRequestedStates: 'uint16[]',
        Caption: 'string',
        CommunicationStatus: 'uint16',
        CreationClassName: 'string',
        Description: 'string',
        DetailedStatus: 'uint16',
        ElementName: 'string',
        EnabledDefault: 'uint16',
        EnabledState: 'uint16',
        HealthState: 'uint16',
        InstallDate: 'datetime',
        InstanceID: 'string',
        Name: 'string',
        OperatingStatus: 'uint16',
        OperationalStatus: 'uint16[]',
        OtherEnabledState: 'string',
        PrimaryOwnerContact: 'string',
        PrimaryOwnerName: 'string',
        PrimaryStatus: 'uint16',
        RequestedState: 'uint16',
        Started: 'boolean',
        StartMode: 'string',
        Status: 'string',
        StatusDescriptions: 'string[]',
        SystemCreationClassName: 'string',
        SystemName: 'string',
        TimeOfLastStateChange: 'datetime',
        TransitioningToState: 'uint16',
      },
    },
  ],
  methods: {
    ModifySystemSettings: {
      in: { SystemSettings: 'string' },
      out: { Job: 'reference', ReturnValue: 'uint32' },
      mark: 'documented',
      source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/modifysystemsettings-msvm-virtualsystemmanagementservice.md',
    },
  },
}
