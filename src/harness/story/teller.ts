import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { derivedBytes } from '../../foundation/seed.ts'
import { isSnapcheckError, type SnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface, Evidenced } from '../../interfaces/port.ts'
import type { Act } from '../../judgement/observation.ts'
import type { Made, Teller } from '../definition.ts'
import type { Source } from '../sources/source.ts'
import { lookThrough } from './look.ts'
import type { StoryRecorder } from './recorder.ts'
import type { Session, Sessions } from './sessions.ts'

/** Thrown where a story cannot go on because an act failed; the act itself is already written down. */
export class StoryEnded extends Error {
  override readonly name = 'StoryEnded'
}

export interface TellerParts {
  readonly source: Source
  readonly recorder: StoryRecorder
  readonly creator: InterfaceId
  readonly sessions: Sessions
  /** A fault that is not the product's answer. */
  onFault(error: SnapcheckError, place: string): void
  readonly seed: string
  readonly key: string
}

type ActParts = Pick<Act, 'title' | 'action' | 'intended'>

export function teller(parts: TellerParts): Teller {
  const { source, recorder, sessions, key } = parts
  const { vm, clock } = source
  const mark = derivedBytes(parts.seed, key, 'mark').toString('hex').slice(0, 8)
  const perform = async <Value>(
    act: ActParts & { checkpoint: Guid | null },
    work: (through: CheckpointInterface) => Promise<Evidenced<Value>>,
    made: (value: Value) => Guid | null,
  ): Promise<Value> => {
    const stage = recorder.nextStage()
    const who = sessions.of(parts.creator)
    if (who === undefined) throw new StoryEnded(`${act.title}: the creating interface is not open`)
    try {
      const { value, evidence } = await work(who.through)
      recorder.act(stage, who, { ...act, checkpoint: made(value) }, evidence)
      return value
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
      recorder.failedAct(stage, who, act, error)
      if (recorder.story.acts.at(-1)?.failure?.isFault === true) parts.onFault(error, `${who.interface}, ${act.title}`)
      throw new StoryEnded(`${act.title}: ${error.message}`, { cause: error })
    }
  }
  const onExisting = (
    title: string,
    action: Act['action'],
    made: Made,
    intended: Act['intended'],
    work: (through: CheckpointInterface) => Promise<Evidenced<void>>,
  ): Promise<void> => perform({ title, action, intended, checkpoint: made.checkpoint }, work, () => made.checkpoint)

  return {
    creator: parts.creator,
    text: (words) => `${words} [snapcheck ${mark}]`,
    create: async (title, wanted) => ({
      checkpoint: await perform(
        { title, action: 'create', intended: wanted, checkpoint: null },
        (through) => through.create(vm, wanted),
        (id) => id,
      ),
    }),
    rename: (title, made, name) => onExisting(title, 'rename', made, { name }, (through) => through.rename(vm, made.checkpoint, name)),
    setComment: (title, made, comment) =>
      onExisting(title, 'set-comment', made, { comment }, (through) => through.setComment(vm, made.checkpoint, comment)),
    restore: (title, made) => onExisting(title, 'restore', made, {}, (through) => through.restore(vm, made.checkpoint)),
    remove: (title, made) => onExisting(title, 'remove', made, {}, (through) => through.remove(vm, made.checkpoint)),
    pause: async (_title, milliseconds) => clock.sleep(milliseconds),
    reconnect: () => sessions.reopen(),
    look: async (title) => {
      const stage = recorder.nextStage()
      for (const session of sessions.all()) await lookAs(session, title, stage, parts)
    },
  }
}

/** One observer's look; a fault leaves this view out and lets the others look on. */
async function lookAs(session: Session, title: string, stage: number, { source, recorder, onFault }: TellerParts): Promise<void> {
  try {
    const { reading, settled, evidence } = await lookThrough(session.through, source, recorder.story.acts)
    const witness = reading.checkpoints.length > 0 || sawCheckpointsBefore(session, recorder)
    recorder.view(stage, session, { title, reading, settled, evidence, witness })
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    onFault(error, `${session.interface}, ${title}`)
  }
}

/** The witness of absence: this observer has shown a checkpoint on this VM before, so its rights and scope reach there. */
function sawCheckpointsBefore(session: Session, { story }: StoryRecorder): boolean {
  return story.views.some((view) => view.interface === session.interface && view.checkpoints.length > 0)
}
