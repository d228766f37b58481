import type { WmiClass } from '../wmi-class.ts'

/** By which a host says what it runs. The lab keeps the properties that identify a host; a real one has some sixty. */
export const operatingSystem: WmiClass = {
  name: 'Win32_OperatingSystem',
  namespace: 'root/cimv2',
  keys: ['Name'],
  keysMark: 'assumed',
  source: 'not in the reference beyond its name (ws-man.md section 2); types as commonly documented',
  properties: [
    {
      seenIn: ['2019-bindings', '23H2-bindings', '2026-recording'],
      mark: 'assumed',
      types: {
        BuildNumber: 'string',
        Caption: 'string',
        CreationClassName: 'string',
        CSCreationClassName: 'string',
        CSName: 'string',
        CurrentTimeZone: 'sint16',
        LocalDateTime: 'datetime',
        Locale: 'string',
        Manufacturer: 'string',
        MUILanguages: 'string[]',
        Name: 'string',
        OSArchitecture: 'string',
        OSLanguage: 'uint32',
        Status: 'string',
        Version: 'string',
      },
    },
  ],
}
