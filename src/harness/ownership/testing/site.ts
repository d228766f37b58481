import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Guid } from '../../../checkpoint/guid.ts'
import { startLab, type Lab } from '../../../lab/lab.ts'
import type { Standing } from '../entries.ts'
import type { Kill, Orders, Plan, StrangerDeed } from './plan.ts'

/** A world runs this much faster than the machine. */
const speed = 40

const script = fileURLToPath(new URL('./killed-run.ts', import.meta.url))

export interface Site {
  readonly lab: Lab
  readonly vm: Guid
  /** The truth. */
  standing(): readonly Standing[]
}

/** The VM is off, so that it can be put back and branches arise; one checkpoint is there before anybody comes. */
export async function openSite(seed: string): Promise<Site> {
  const lab = await startLab({ seed, startState: 'depth', clock: 'real', speed })
  const vm = lab.vms.find(({ name }) => name === 'AP5')!.id
  return { lab, vm, standing: () => lab.world.checkpointsOf(vm).map(({ id, name, parent }) => ({ id, name, parent })) }
}

/** Starting takes longer than anything else, so it is done ahead of time. */
export async function startRun(): Promise<ChildProcess> {
  const child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await once(child, 'message')
  return child
}

/** Lets the run go and kills it when the plan says so, or when it is done. */
export async function killWhen(child: ChildProcess, { lab }: Site, kill: Kill, orders: Orders): Promise<void> {
  const gone = once(child, 'exit')
  child.send(orders)
  const [said] = (await Promise.race([once(child, 'message'), gone])) as [unknown]
  if (said !== 'begun') throw new Error(`the run ended before it began: ${String(said)}`)
  const die = (): void => void child.kill('SIGKILL')
  child.once('message', die)
  let changes = 0
  const stop = lab.world.onChange(() => {
    if (kill.at === 'change' && ++changes === kill.count) die()
  })
  const timer = kill.at === 'time' ? setTimeout(die, kill.ms) : undefined
  await gone
  clearTimeout(timer)
  stop()
}

/** Somebody else, at the host itself. @returns what is theirs. */
export async function strangerAtWork({ lab, vm, standing }: Site, deeds: readonly StrangerDeed[]): Promise<ReadonlySet<Guid>> {
  const theirs: Guid[] = []
  for (const { after, do: what, which } of deeds) {
    await lab.clock.sleep(after)
    const all = standing()
    const started =
      what === 'create'
        ? lab.world.createCheckpoint(vm, { through: 'hyper-v', name: `a stranger's ${theirs.length}` })
        : what === 'restore'
          ? lab.world.applyCheckpoint(all[which % all.length]!.id)
          : theirs.length === 0
            ? undefined
            : lab.world.modifySettings(theirs[which % theirs.length]!, { elementName: `renamed by a stranger ${which}` })
    const { job } = started ?? {}
    if (job === undefined) continue
    const ended = await new Promise<NonNullable<typeof job>>((resolve) => {
      // The timers of a world do not keep a process alive.
      const alive = setInterval(() => undefined, 1_000)
      job.whenDone((done) => {
        clearInterval(alive)
        resolve(done)
      })
    })
    theirs.push(...ended.affected.filter(({ kind, effect }) => kind === 'checkpoint' && effect === 5).map(({ id }) => id))
  }
  return new Set(theirs)
}

export function ordersFor({ lab, vm }: Site, { creator, deeds }: Plan, folder: string): Orders {
  return { folder, run: 'killed', vm, creator, deeds, speed, endpoints: lab.endpoints }
}
