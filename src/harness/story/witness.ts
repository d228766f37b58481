import { productOf } from '../../checkpoint/interface-id.ts'
import type { Guid } from '../../checkpoint/guid.ts'
import type { Story } from '../../judgement/observation.ts'
import type { Standing } from '../ownership/entries.ts'
import { standingIn } from '../ownership/standing.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { Environment } from './environment.ts'
import type { Session } from './sessions.ts'

/**
 * The witness of absence (design section 1): whether this observer, in this story, shows what is known to exist on the VM.
 * Rights and role scopes hide things silently, and they hide what others made: so what its own product made proves nothing
 * where something else could be shown. One checkpoint that this story made through another product will do; of what was
 * there before, everything has to show, because nobody knows who made it.
 */
export function isWitness(
  observer: Session,
  reading: VmReading,
  vm: Guid,
  { story, environment }: { story: Story; environment: Environment },
): boolean {
  const shown = [...standingIn(reading, vm), ...shownBefore(observer, story, environment)]
  const others = story.acts.filter(
    ({ action, result, interface: maker }) =>
      action === 'create' && result === 'done' && productOf[maker] !== productOf[observer.interface],
  )
  const before = knownBefore(observer, environment)
  if (others.length === 0 && before.length === 0) return shown.length > 0
  if (others.some(({ checkpoint }) => shown.some(({ id }) => id === checkpoint))) return true
  return before.length > 0 && before.every((known) => shown.some((each) => isSame(known, each)))
}

/** By its name too: an identity that differs is a finding of its own, and no sign of a missing right. */
function isSame(one: Standing, other: Standing): boolean {
  return one.id === other.id || (one.name !== null && one.name === other.name)
}

/** What was there before the story, as the other products show it. */
function knownBefore(observer: Session, environment: Environment): readonly Standing[] {
  return [...environment].flatMap(([id, { standing }]) => (productOf[id] === productOf[observer.interface] ? [] : standing))
}

function shownBefore({ interface: id }: Session, { views }: Story, environment: Environment): readonly Standing[] {
  const seen = views.filter((view) => view.interface === id).flatMap(({ checkpoints }) => checkpoints)
  return [
    ...(environment.get(id)?.standing ?? []),
    ...seen.flatMap(({ id: own, observations }) =>
      own === null ? [] : [{ id: own, name: typeof observations.name?.raw === 'string' ? observations.name.raw : null, parent: null }],
    ),
  ]
}
