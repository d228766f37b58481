import { once } from 'node:events'
import type { Guid } from '../../../checkpoint/guid.ts'
import { isSnapcheckError } from '../../../foundation/errors.ts'
import { realWorldClock } from '../../../lab/clock/real-world-clock.ts'
import type { CheckpointInterface } from '../../../interfaces/port.ts'
import { createOwned, removeOwnedOne, renameOwned } from '../../story/owned-acts.ts'
import { openJournal } from '../journal/open.ts'
import { connectTo, placesOf } from './connect.ts'
import type { Deed, Orders } from './plan.ts'

/**
 * A process that does what a story does, with a journal, until somebody kills it. It says `ready`, waits for its orders,
 * and says `done` if it is let.
 */
process.send!('ready')
const [orders] = (await once(process, 'message')) as [Orders]
const { vm, folder, run, creator, deeds, endpoints, speed } = orders
const clock = realWorldClock(speed)
const places = placesOf(endpoints)
const connect = connectTo(endpoints, clock, run)
const open = places.map((each) => ({
  through: connect(each),
  interface: each.interface,
  participant: each.endpoint,
  origin: 'simulator' as const,
}))
const place = places.find((each) => each.interface === creator)!
const ownership = openJournal({ folder, run, telling: `killed.run/${creator}`, vm, creator: place, places, now: clock.now() })
const { through } = open.find((each) => each.interface === creator)!
const made: Guid[] = []
process.send!('begun')
for (const [index, deed] of deeds.entries()) await attempt(deed, index, through)
process.send!('done')
await once(process, 'message')

/** Somebody else may be in the way: what is refused is left undone. */
async function attempt(deed: Deed, index: number, on: CheckpointInterface): Promise<void> {
  try {
    await perform(deed, index, on)
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
  }
}

async function perform(deed: Deed, index: number, on: CheckpointInterface): Promise<void> {
  const parts = { source: { vm }, ownership, sessions: { all: () => open } }
  const name = `deed ${index} [snapcheck ${ownership.mark}]`
  if (deed.do === 'create') {
    const { value } = await createOwned(on, parts, deed.named ? { name } : {})
    made.push(value)
    return
  }
  const target = made[deed.which % made.length]
  if (target === undefined) return
  if (deed.do === 'rename') await renameOwned(on, parts, target, name)
  // A story would not, where the stranger has made one; here every state may come about.
  if (deed.do === 'restore') await on.restore(vm, target)
  if (deed.do === 'remove') {
    await removeOwnedOne(on, parts, target)
    made.splice(made.indexOf(target), 1)
  }
}
