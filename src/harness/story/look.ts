import type { Guid } from '../../checkpoint/guid.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { CheckpointInterface, Evidenced, ReadExtra } from '../../interfaces/port.ts'
import type { Act, Settled } from '../../judgement/observation.ts'
import type { Source } from '../sources/source.ts'
import { agrees, expectationOf, hasForeignActs } from './expectation.ts'

export interface Seen {
  readonly reading: VmReading
  readonly settled: Settled
  /** Milliseconds that were waited; left out where there was nothing to wait for. */
  readonly awaitedMs?: number
  readonly evidence: readonly string[]
}

const nothing: VmReading = { fields: {}, checkpoints: [] }

/**
 * Reads a VM through one interface. An interface that cannot make its product look again, and whose product did not do
 * everything itself, is asked again and again until it agrees or patience ends; any other is asked once, because an
 * enumeration begun after the job has ended is the product's answer (design section 1). Patience without a limit above zero
 * is a glance: whatever shows at once. A VM that is not shown at all is not waited for: only rights can change that.
 */
export async function lookThrough(
  observer: CheckpointInterface,
  source: Pick<Source, 'clock' | 'vm' | 'patience'>,
  acts: readonly Act[],
  also: readonly ReadExtra[] = [],
): Promise<Seen> {
  const { clock, vm, patience } = source
  const expected = expectationOf(acts)
  const mustFindOut = isPassive(observer) && hasForeignActs(acts, productOf[observer.id])
  const from = clock.now()
  let seen = await readNow(observer, vm, also)
  if (seen.reading === nothing) return { ...seen, settled: 'not-shown' }
  if (!mustFindOut) return { ...seen, settled: 'synchronised' }
  while (!agrees(seen.reading, expected, vm)) {
    const awaitedMs = clock.now() - from
    if (awaitedMs >= patience.limit) return { ...seen, settled: patience.limit === 0 ? 'not-awaited' : 'awaited-in-vain', awaitedMs }
    await clock.sleep(patience.interval)
    seen = await readNow(observer, vm, also)
  }
  return { ...seen, settled: 'awaited', awaitedMs: clock.now() - from }
}

function isPassive(observer: CheckpointInterface): boolean {
  return observer.unsupported.some(({ what }) => what === 'refresh') && productOf[observer.id] === 'scvmm'
}

async function readNow(observer: CheckpointInterface, vm: Guid, also: readonly ReadExtra[]): Promise<Omit<Seen, 'settled'>> {
  const { value, evidence }: Evidenced<VmReading | null> = await observer.read(vm, also)
  return { reading: value ?? nothing, evidence }
}
