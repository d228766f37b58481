import { derivedBytes } from '../../foundation/seed.ts'
import { ownership, type Ownership } from '../ownership/ownership.ts'

/** For a lab in this process: its worlds end with it, so memory is enough; the mark derives from the seed, so that two runs write the same. */
export function labOwnership(seed: string, key: string): Ownership {
  return ownership({ mark: derivedBytes(seed, key, 'mark').toString('hex').slice(0, 16) })
}
