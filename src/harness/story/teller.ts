import { productOf } from '../../checkpoint/interface-id.ts'
import { inWords } from '../../foundation/duration.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { Operation, ReadExtra } from '../../interfaces/port.ts'
import type { Act } from '../../judgement/observation.ts'
import type { InsideChange, Teller } from '../definition.ts'
import { actsThrough } from './acts.ts'
import { generatedTexts } from './generated-texts.ts'
import { lookThrough } from './look.ts'
import { measure } from './measure.ts'
import type { Session } from './sessions.ts'
import { goOn, inTurn, StoryEnded, type TellerParts } from './teller-parts.ts'
import { isWitness } from './witness.ts'

/** What prepares a VM is no crossing: whichever interface has a way does it, the creating one before others. */
const preparing: readonly Operation[] = ['set-checkpoint-type', 'set-vm-state', 'save-vm', 'pause-vm', 'set-vm-notes']

export function teller(parts: TellerParts): Teller {
  const { source, recorder, sessions, creator, ownership } = parts
  const own = (operation: Operation): Session | undefined => {
    const through = sessions.of(creator)
    if (!preparing.includes(operation) || through === undefined || offers(through, operation)) return through
    return sessions.all().find((session) => offers(session, operation)) ?? through
  }
  const foreign = (operation: Operation): Session | undefined =>
    sessions.all().find((session) => productOf[session.interface] !== productOf[creator] && offers(session, operation))

  const atOnce: TellerParts = { ...parts, source: { ...source, patience: { ...source.patience, limit: 0 } } }

  return {
    creator,
    ...actsThrough(parts, own),
    outside: actsThrough(parts, foreign),
    text: (words) => `${words} [snapcheck ${ownership.mark}]`,
    generated: (count) => generatedTexts(count, parts.key, creator),
    attempt: (work) => recorder.attempting(() => attempt(work)),
    measure: (title, name, made) => inTurn(parts, title, () => measure(parts, title, name, made)),
    inside: (title, change) => inTurn(parts, title, async () => inside(parts, title, change)),
    pause: (title, milliseconds) => {
      const awaited = Math.min(milliseconds, source.patience.limit)
      return inTurn(parts, `${title} (${inWords(awaited)})`, () => source.clock.sleep(awaited))
    },
    reconnect: (title) => inTurn(parts, title, () => sessions.reopen()),
    look: (title, also = []) => inTurn(parts, title, () => lookAround(parts, title, also)),
    glance: (title, also = []) => inTurn(parts, title, () => lookAround(atOnce, title, also)),
  }
}

/** Who could not be opened takes part too: as one who could not look. */
async function lookAround(parts: TellerParts, title: string, also: readonly ReadExtra[]): Promise<void> {
  const { sessions, recorder } = parts
  const stage = recorder.nextStage()
  for (const session of sessions.all()) {
    goOn(parts)
    await lookAs(session, { title, stage, also }, parts)
  }
  for (const absent of sessions.absent()) recorder.unreadable(stage, absent, title, absent.error)
}

function offers({ through }: Session, operation: Operation): boolean {
  return !through.unsupported.some(({ what }) => what === operation)
}

/** A refusal is an answer that the story goes on with; a fault of the transport or of a permission ends it. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    const refused = error instanceof StoryEnded && isSnapcheckError(error.cause) && refusals.includes(error.cause.code)
    if (refused) return null
    throw error
  }
}

const refusals: readonly string[] = ['SNAPCHECK_PRODUCT_REFUSED', 'SNAPCHECK_CANNOT_CARRY', 'SNAPCHECK_UNSUPPORTED']

function inside({ source, sessions, recorder, creator }: TellerParts, title: string, change: InsideChange): void {
  const stage = recorder.nextStage()
  const who = sessions.of(creator)
  if (who === undefined) throw new StoryEnded(`${title}: the creating interface is not open`)
  const text = change.what === 'occupied' ? change.what : `${change.what}: ${change.text}`
  const act = { title, action: 'inside', intended: { inside: text }, checkpoint: null } as const satisfies Partial<Act>
  if (source.inside !== undefined) {
    source.inside.change(change)
    recorder.act(stage, who, act, [])
    return
  }
  const error = new SnapcheckError('SNAPCHECK_UNSUPPORTED', `${title}: this source cannot look into its guests.`, { expected: 'the lab' })
  recorder.failedAct(stage, who, act, error)
  throw new StoryEnded(error.message, { cause: error })
}

interface Look {
  readonly title: string
  readonly stage: number
  readonly also: readonly ReadExtra[]
}

/** One observer's look; a fault makes this view unreadable and lets the others look on. */
async function lookAs(session: Session, { title, stage, also }: Look, parts: TellerParts): Promise<void> {
  const { source, recorder, creator, onFault } = parts
  try {
    const { reading, ...seen } = await lookThrough(session.through, source, recorder.story.acts, also)
    const witness = isWitness(session, reading, source.vm, { story: recorder.story, environment: parts.environment })
    const guest = session.interface === creator ? source.inside?.read() : undefined
    recorder.view(stage, session, { title, reading: { ...reading, fields: { ...reading.fields, ...guest } }, ...seen, witness })
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    onFault(error, `${session.interface}, ${title}`)
    recorder.unreadable(stage, session, title, error)
  }
}
