import type { CmdletParameter } from '../cmdlet.ts'

/** Which host is asked (CimSession and Credential since 2016, documented). */
export function remote(...sets: readonly string[]): readonly CmdletParameter[] {
  const places = Object.fromEntries(sets.map((set) => [set, {}]))
  return [
    { name: 'CimSession', type: 'CimSession[]', sets: places },
    { name: 'ComputerName', type: 'String[]', sets: places },
    { name: 'Credential', type: 'PSCredential[]', sets: places },
  ]
}
