import type { LabEndpoint } from '../lab.ts'

/** What a PowerShell needs to find the lab's modules and no others, and the lab. @param modules folder of the written modules. */
export function moduleEnvironment({ url, credentials }: LabEndpoint, modules: string): Readonly<Record<string, string>> {
  return {
    PSModulePath: modules,
    SNAPCHECK_LAB_MODULES: modules,
    SNAPCHECK_LAB_POWERSHELL: url,
    SNAPCHECK_LAB_LOGIN: `${credentials.user}:${credentials.password}`,
  }
}
