import type { Guid } from '../../checkpoint/guid.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { CheckpointInterface, Evidenced } from '../../interfaces/port.ts'
import type { Act, Settled } from '../../judgement/observation.ts'
import type { Source } from '../sources/source.ts'
import { agrees, expectationOf, hasForeignActs } from './expectation.ts'

export interface Seen {
  readonly reading: VmReading
  readonly settled: Settled
  readonly evidence: readonly string[]
}

const nothing: VmReading = { fields: {}, checkpoints: [] }

/**
 * Reads a VM through one interface. An interface that cannot make its product look again, and whose product did not do
 * everything itself, is asked again and again until it agrees or patience ends; any other is asked once, because an
 * enumeration begun after the job has ended is the product's answer (design section 1).
 */
export async function lookThrough(
  observer: CheckpointInterface,
  source: Pick<Source, 'clock' | 'vm' | 'patience'>,
  acts: readonly Act[],
): Promise<Seen> {
  const { clock, vm, patience } = source
  const expected = expectationOf(acts)
  const mustFindOut = isPassive(observer) && hasForeignActs(acts, productOf[observer.id])
  const until = clock.now() + patience.limit
  let seen = await readNow(observer, vm)
  if (!mustFindOut) return { ...seen, settled: 'synchronised' }
  while (!agrees(seen.reading, expected, vm)) {
    if (clock.now() >= until) return { ...seen, settled: 'awaited-in-vain' }
    await clock.sleep(patience.interval)
    seen = await readNow(observer, vm)
  }
  return { ...seen, settled: 'awaited' }
}

function isPassive(observer: CheckpointInterface): boolean {
  return observer.unsupported.some(({ what }) => what === 'refresh') && productOf[observer.id] === 'scvmm'
}

async function readNow(observer: CheckpointInterface, vm: Guid): Promise<Omit<Seen, 'settled'>> {
  const { value, evidence }: Evidenced<VmReading | null> = await observer.read(vm)
  return { reading: value ?? nothing, evidence }
}
