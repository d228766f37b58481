import { parseDefaultName, type DefaultName } from '../../checkpoint/default-names.ts'
import type { CheckpointView } from '../observation.ts'

const cache = new WeakMap<CheckpointView, DefaultName | null>()

/** What the name of a row tells where nobody chose it. Five rules ask, and an inventory may have 100,000 rows. */
export function defaultNameOf(row: CheckpointView): DefaultName | undefined {
  const known = cache.get(row)
  if (known !== undefined) return known ?? undefined
  const raw = row.observations.name?.raw
  const parsed = typeof raw === 'string' ? parseDefaultName(raw) : undefined
  cache.set(row, parsed ?? null)
  return parsed
}
