import type { HostView } from '../host-view.ts'
import type { Row } from './row.ts'
import type { Rows } from './rows.ts'

/** The fixed values of the published MOF; SystemName is the host's (hyperv-wmi-v2.md section 1). */
const serviceDefaults: Row = {
  EnabledDefault: 2,
  EnabledState: 2,
  HealthState: 5,
  OperationalStatus: [2],
  RequestedState: 12,
  Started: true,
  StatusDescriptions: ['The service is running normally'],
  SystemCreationClassName: 'Msvm_ComputerSystem',
}

export const snapshotServices: Rows = (view) => [
  serviceRow(view, {
    Caption: 'Hyper-V Virtual System Snapshot Service',
    CreationClassName: 'Msvm_VirtualSystemSnapshotService',
    Description: 'Service for creating, destroying, and applying virtual machine snapshots',
    Name: 'vssnapsvc',
    TransitioningToState: 12,
  }),
]

export const managementServices: Rows = (view) => [
  serviceRow(view, {
    Caption: 'Virtual System Management Service',
    CreationClassName: 'Msvm_VirtualSystemManagementService',
    Description: 'Service for creating, manipulating, and managing virtual machines',
    ElementName: 'Hyper-V Virtual System Management Service',
    Name: 'vmms',
  }),
]

export const imageServices: Rows = (view) => [
  serviceRow(view, {
    Caption: 'Hyper-V Image Management Service',
    CreationClassName: 'Msvm_ImageManagementService',
    Description: 'Provides Image Management servicing for Hyper-V',
    ElementName: 'Hyper-V Image Management Service',
    Name: 'vhdsvc',
    StatusDescriptions: ['OK'],
  }),
]

function serviceRow({ host }: HostView, own: Row): Row {
  return { ...serviceDefaults, SystemName: host.name, ...own }
}
