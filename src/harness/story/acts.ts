import type { Guid } from '../../checkpoint/guid.ts'
import type { VmState } from '../../checkpoint/vm.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface, Evidenced, Operation } from '../../interfaces/port.ts'
import type { Act } from '../../judgement/observation.ts'
import type { Acts, Made } from '../definition.ts'
import { onceUnlocked } from '../ownership/locked-object.ts'
import { lastingEffect } from './lasting.ts'
import { commentOwned, createOwned, removeOwnedOne, removeOwnedSubtree, renameOwned, restoreOwned } from './owned-acts.ts'
import type { Session } from './sessions.ts'
import { inTurn, StoryEnded, type TellerParts } from './teller-parts.ts'

/** Which session does it; undefined where none is open. */
export type Choose = (operation: Operation) => Session | undefined

type ActParts = Pick<Act, 'title' | 'action' | 'intended' | 'checkpoint'>

/** By state, because an interface may start and stop a VM and have no way to save or pause it. */
const stateOperations: Readonly<Record<VmState, Operation>> = {
  running: 'set-vm-state',
  off: 'set-vm-state',
  saved: 'save-vm',
  paused: 'pause-vm',
}

/** The acts of a story, each done by the session that is chosen for it, and written down however it ends. */
export function actsThrough(parts: TellerParts, choose: Choose): Acts {
  const { vm } = parts.source
  const onVm = (operation: Operation, act: ActParts, work: (through: CheckpointInterface) => Promise<Evidenced<void>>): Promise<void> =>
    perform(parts, choose(operation), act, work, () => act.checkpoint)
  const onExisting = (
    title: string,
    action: Act['action'] & Operation,
    { checkpoint }: Made,
    intended: Act['intended'],
    work: (through: CheckpointInterface) => Promise<Evidenced<void>>,
  ): Promise<void> => onVm(action, { title, action, intended, checkpoint }, work)

  return {
    create: async (title, wanted) => ({
      checkpoint: await perform(
        parts,
        choose('create'),
        { title, action: 'create', intended: wanted, checkpoint: null },
        (through) => createOwned(through, parts, wanted),
        (id) => id,
      ),
    }),
    rename: (title, made, name) =>
      onExisting(title, 'rename', made, { name }, (through) => renameOwned(through, parts, made.checkpoint, name)),
    setComment: (title, made, comment) =>
      onExisting(title, 'set-comment', made, { comment }, (through) => commentOwned(through, parts, made.checkpoint, comment)),
    restore: (title, made) => onExisting(title, 'restore', made, {}, (through) => restoreOwned(through, parts, made.checkpoint)),
    remove: (title, made) => onExisting(title, 'remove', made, {}, (through) => removeOwnedOne(through, parts, made.checkpoint)),
    removeSubtree: (title, made) =>
      onExisting(title, 'remove-subtree', made, {}, (through) => removeOwnedSubtree(through, parts, made.checkpoint)),
    setCheckpointType: (title, checkpointType) =>
      onVm('set-checkpoint-type', { title, action: 'set-checkpoint-type', intended: { checkpointType }, checkpoint: null }, (through) =>
        through.setCheckpointType(vm, checkpointType),
      ),
    setVmNotes: (title, vmNotes) =>
      onVm('set-vm-notes', { title, action: 'set-vm-notes', intended: { vmNotes }, checkpoint: null }, (through) =>
        through.setVmNotes(vm, vmNotes),
      ),
    setVmState: (title, vmState) =>
      onVm(stateOperations[vmState], { title, action: 'set-vm-state', intended: { vmState }, checkpoint: null }, (through) =>
        through.setVmState(vm, vmState),
      ),
  }
}

/** @throws StoryEnded where it failed; the act is written down before. */
function perform<Value>(parts: TellerParts, ...act: ActToDo<Value>): Promise<Value> {
  const [, { title }] = act
  return inTurn(parts, title, () => recorded(parts, ...act))
}

type ActToDo<Value> = [
  who: Session | undefined,
  act: ActParts,
  work: (through: CheckpointInterface) => Promise<Evidenced<Value>>,
  made: (value: Value) => Guid | null,
]

async function recorded<Value>(
  { recorder, sessions, creator, source, ownership, onFault }: TellerParts,
  ...[who, act, work, made]: ActToDo<Value>
): Promise<Value> {
  const stage = recorder.nextStage()
  const actor = who ?? sessions.of(creator)
  if (actor === undefined) throw new StoryEnded(`${act.title}: the creating interface is not open`)
  try {
    if (who === undefined) throw nobody(act.title)
    // Where the story only asks whether it is refused, a lock is its answer.
    const { through } = who
    const effect = lastingEffect(act)
    if (effect !== undefined) ownership.lasting(effect)
    const { value, evidence } = await (recorder.isAttempting() ? work(through) : onceUnlocked(source.clock, () => work(through)))
    recorder.act(stage, who, { ...act, checkpoint: made(value) }, evidence)
    return value
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    recorder.failedAct(stage, actor, act, error)
    if (recorder.story.acts.at(-1)?.failure?.isFault === true) onFault(error, `${actor.interface}, ${act.title}`)
    throw new StoryEnded(`${act.title}: ${error.message}`, { cause: error })
  }
}

function nobody(title: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_UNSUPPORTED', `${title}: no interface of another product is open.`, {
    expected: 'an interface of another product than the creating one',
    next: 'configure one',
  })
}
