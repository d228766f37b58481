import { datetimeOf } from '../../../../protocols/wsman/codec/datetime.ts'
import type { Rows } from './rows.ts'

/** en-US, LCID in hexadecimal in one property and in decimal in the other. */
const language = { Locale: '0409', OSLanguage: 1033, MUILanguages: ['en-US'] }

export const operatingSystems: Rows = ({ host, build, world }) => [
  {
    BuildNumber: build.version.split('.').at(-1)!,
    Caption: build.caption,
    CreationClassName: 'Win32_OperatingSystem',
    CSCreationClassName: 'Win32_ComputerSystem',
    CSName: host.name,
    CurrentTimeZone: host.utcOffsetMinutes,
    LocalDateTime: datetimeOf(world.clock.now()),
    ...language,
    Manufacturer: 'Microsoft Corporation',
    Name: String.raw`${build.caption}|C:\Windows|\Device\Harddisk0\Partition3`,
    OSArchitecture: '64-bit',
    Status: 'OK',
    Version: build.version,
  },
]
