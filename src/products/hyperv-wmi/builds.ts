import type { Mark } from '../mark.ts'

/** A host build whose behaviour the lab can show, with the class definitions it follows. */
export interface HostBuild {
  readonly title: string
  /** Win32_OperatingSystem.Version. */
  readonly version: string
  readonly caption: string
  /** Configuration version of a new VM. */
  readonly configurationVersion: string
  /** Which of the sources of `classes/` this build's properties come from. */
  readonly classes: readonly ClassSource[]
  readonly source: string
  readonly mark: Mark
}

/**
 * Where a property of a class was seen: bindings that Microsoft generated from the class definitions of a 2019 and of a
 * 23H2 host (microsoft/wmi), and the recorded host of 2026 (recordings/go-wsman-hyperv-host).
 */
export type ClassSource = '2019-bindings' | '23H2-bindings' | '2026-recording'

export const hostBuilds = {
  ws2019: {
    title: 'Windows Server 2019',
    version: '10.0.17763',
    caption: 'Microsoft Windows Server 2019 Datacenter',
    configurationVersion: '9.0',
    classes: ['2019-bindings'],
    source: 'microsoft/wmi server2019 bindings; version, caption and configuration version are not in them',
    mark: 'assumed',
  },
  'azurelocal-23h2': {
    title: 'Azure Stack HCI 23H2',
    version: '10.0.25398',
    caption: 'Azure Stack HCI',
    configurationVersion: '11.0',
    classes: ['2019-bindings', '23H2-bindings'],
    source: 'microsoft/wmi server23h2 bindings; version, caption and configuration version are not in them',
    mark: 'assumed',
  },
  ws2025: {
    title: 'Windows Server 2025',
    version: '10.0.26100',
    caption: 'Microsoft Windows Server 2025 Datacenter',
    configurationVersion: '12.0',
    classes: ['2019-bindings', '23H2-bindings', '2026-recording'],
    source: 'no source of its own: 23H2 bindings and the recorded host of 2026, whose build is unknown (PROVENANCE.md)',
    mark: 'assumed',
  },
} as const satisfies Record<string, HostBuild>

export type HostProfileId = keyof typeof hostBuilds
