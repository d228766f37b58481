import type { refusals } from '../refusals.ts'
import { worldRules } from '../rules.ts'
import type { WorldSwitches } from '../switches.ts'

type Fitting =
  | { readonly name: string; readonly problem?: undefined }
  | { readonly problem: Extract<keyof typeof refusals, 'blank-name' | 'long-name'> }

/** The name as Hyper-V takes it, or why it does not. Characters are counted as UTF-16 units (assumed). */
export function fittingName(name: string, longNames: WorldSwitches['longNames']): Fitting {
  if (name.trim() === '') return { problem: 'blank-name' }
  if (name.length <= worldRules.nameLength.value || longNames === 'accept') return { name }
  return longNames === 'truncate' ? { name: name.slice(0, worldRules.nameLength.value) } : { problem: 'long-name' }
}
