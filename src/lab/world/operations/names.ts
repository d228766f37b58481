import type { refusals } from '../refusals.ts'
import { worldRules } from '../rules.ts'

/** Why Hyper-V does not take a name. Characters are counted as UTF-16 units (assumed). */
export function nameProblem(name: string): Extract<keyof typeof refusals, 'blank-name' | 'long-name'> | undefined {
  if (name.trim() === '') return 'blank-name'
  return name.length > worldRules.nameLength.value ? 'long-name' : undefined
}
