import type { WmiClass } from '../wmi-class.ts'

/** What relates VMs, checkpoints and jobs. `Msvm_LastAppliedSnapshot` has its roles the other way round (documented). */
export const affectedJobElement: WmiClass = {
  name: 'Msvm_AffectedJobElement',
  namespace: 'root/virtualization/v2',
  keys: ['AffectedElement', 'AffectingElement'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-affectedjobelement.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        AffectedElement: 'reference',
        AffectingElement: 'reference',
        ElementEffects: 'uint16[]',
        OtherElementEffectsDescriptions: 'string[]',
      },
    },
  ],
}

export const snapshotOfVirtualSystem: WmiClass = {
  name: 'Msvm_SnapshotOfVirtualSystem',
  namespace: 'root/virtualization/v2',
  keys: ['Antecedent', 'Dependent'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-snapshotofvirtualsystem.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        Antecedent: 'reference',
        Dependent: 'reference',
      },
    },
  ],
}

export const mostCurrentSnapshotInBranch: WmiClass = {
  name: 'Msvm_MostCurrentSnapshotInBranch',
  namespace: 'root/virtualization/v2',
  keys: ['Antecedent', 'Dependent'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-mostcurrentsnapshotinbranch.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        Antecedent: 'reference',
        Dependent: 'reference',
      },
    },
  ],
}

export const lastAppliedSnapshot: WmiClass = {
  name: 'Msvm_LastAppliedSnapshot',
  namespace: 'root/virtualization/v2',
  keys: ['Antecedent', 'Dependent'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-lastappliedsnapshot.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        Antecedent: 'reference',
        Dependent: 'reference',
      },
    },
  ],
}

export const settingsDefineState: WmiClass = {
  name: 'Msvm_SettingsDefineState',
  namespace: 'root/virtualization/v2',
  keys: ['ManagedElement', 'SettingData'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-settingsdefinestate.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        ManagedElement: 'reference',
        SettingData: 'reference',
      },
    },
  ],
}

export const parentChildSettingData: WmiClass = {
  name: 'Msvm_ParentChildSettingData',
  namespace: 'root/virtualization/v2',
  keys: ['Antecedent', 'Dependent'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-parentchildsettingdata.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        Antecedent: 'reference',
        Dependent: 'reference',
      },
    },
  ],
}

/** From settings to the devices that belong to them, of a VM and of a checkpoint alike (hyperv-wmi-v2.md section 1). */
export const virtualSystemSettingDataComponent: WmiClass = {
  name: 'Msvm_VirtualSystemSettingDataComponent',
  namespace: 'root/virtualization/v2',
  keys: ['GroupComponent', 'PartComponent'],
  keysMark: 'inferred',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualsystemsettingdatacomponent.md',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings'],
      mark: 'documented',
      types: {
        GroupComponent: 'reference',
        PartComponent: 'reference',
      },
    },
  ],
}
