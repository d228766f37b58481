import type { Mark } from '../mark.ts'

/** What a method of Hyper-V's WMI provider answers in ReturnValue. */
export interface ReturnCode {
  readonly name: string
  readonly mark: Mark
  readonly source: string
}

const generic = 'MicrosoftDocs/win32 createsnapshot-…, modifysystemsettings-… (hyperv-wmi-v2.md section 4)'
const vendor = 'MicrosoftDocs/win32 applysnapshot-…, destroysnapshottree-… (hyperv-wmi-v2.md section 4)'
const seen = 'r4sd/go-wsman on a real host (hyperv-wmi-v2.md section 4)'
const documented = (name: string, source: string): ReturnCode => ({ name, mark: 'documented', source })
const observed = (name: string): ReturnCode => ({ name, mark: 'observed', source: seen })

/** Everything else is in one of the reserved ranges 4097 to 32767 and 32780 to 65535. */
export const returnCodes: Readonly<Record<number, ReturnCode>> = {
  0: documented('completed', generic),
  1: documented('not supported', generic),
  2: documented('failed', generic),
  3: documented('timeout', generic),
  4: documented('invalid parameter', generic),
  5: documented('invalid state', generic),
  6: documented('invalid type', generic),
  4096: observed('job started'),
  32768: documented('failed', vendor),
  32769: documented('access denied', vendor),
  32770: documented('not supported', vendor),
  32771: documented('status unknown', vendor),
  32772: documented('timeout', vendor),
  32773: observed('invalid parameter'),
  32774: documented('system in use', vendor),
  32775: observed('invalid state'),
  32776: observed('incorrect data type'),
  32777: documented('system not available', vendor),
  32778: documented('out of memory', vendor),
  32779: documented('file not found', 'MicrosoftDocs/win32 getvirtualharddisksettingdata-msvm-imagemanagementservice.md'),
}

export const completed = 0
export const jobStarted = 4096
export const accessDenied = 32769
