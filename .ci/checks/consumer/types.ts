/**
 * What the types of the public entry promise. `npm run types` compiles it against the sources, `pack.ts` against the packed
 * declarations. Nothing runs it: a line that must not compile is an error where it does.
 */
import {
  defineConfig,
  scenario,
  type Acts,
  type Guid,
  type InterfaceId,
  type Made,
  type ScenarioBody,
  type ScenarioDefinition,
  type ScenarioOptions,
  type SnapcheckConfig,
  type Teller,
} from 'snapcheck'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<Fact extends true>(fact: Fact): Fact {
  return fact
}

holds<Same<Parameters<typeof scenario>, [options: ScenarioOptions, body: ScenarioBody]>>(true)
holds<Same<ReturnType<typeof scenario>, void>>(true)
holds<Same<Parameters<ScenarioBody>, [teller: Teller]>>(true)
holds<Same<keyof ScenarioOptions, keyof ScenarioDefinition>>(true)
holds<Same<Made, { readonly checkpoint: Guid }>>(true)
holds<Same<Teller['creator'], InterfaceId>>(true)
holds<Same<Teller['outside'], Acts>>(true)
holds<Same<ReturnType<Acts['create']>, Promise<Made>>>(true)
holds<Same<ReturnType<Teller['look'] | Teller['glance'] | Teller['reconnect']>, Promise<void>>>(true)
holds<Same<ReturnType<typeof defineConfig>, SnapcheckConfig>>(true)
// @ts-expect-error the helper notices what is not the same
holds<Same<Made, { readonly checkpoint: string }>>(true)

const least = { id: 'types.least', title: 'The least', claims: ['C-010'] } as const
const nothing: ScenarioBody = (story) => story.look('only')

export const definitions = [
  () => scenario(least, nothing),
  () => scenario({ ...least, claims: [] }, nothing),
  () =>
    scenario(
      {
        ...least,
        needs: ['create', 'rename', 'host-time'],
        safety: 'disrupts',
        radius: 'vmm',
        profile: 'full',
        vm: 'off-with-checkpoint',
        creators: ['hyperv-wmi'],
      },
      nothing,
    ),
  // @ts-expect-error a number is no scenario: were the types missing, this line would be the error
  () => scenario(1),
  // @ts-expect-error a body is needed
  () => scenario(least),
  // @ts-expect-error a body takes its time
  () => scenario(least, () => 1),
  // @ts-expect-error the id
  () => scenario({ title: 'x', claims: [] }, nothing),
  // @ts-expect-error the title
  () => scenario({ id: 'types.x', claims: [] }, nothing),
  // @ts-expect-error the claims
  () => scenario({ id: 'types.x', title: 'x' }, nothing),
  // @ts-expect-error several claims
  () => scenario({ ...least, claims: 'C-010' }, nothing),
  // @ts-expect-error claims by their ids
  () => scenario({ ...least, claims: [10] }, nothing),
  // @ts-expect-error a misspelt key
  () => scenario({ ...least, safty: 'reads' }, nothing),
  // @ts-expect-error a safety that there is not
  () => scenario({ ...least, safety: 'read' }, nothing),
  // @ts-expect-error a radius that there is not
  () => scenario({ ...least, radius: 'site' }, nothing),
  // @ts-expect-error a need that there is not
  () => scenario({ ...least, needs: ['snapshot'] }, nothing),
  // @ts-expect-error a VM is asked for by what it is, not by its name
  () => scenario({ ...least, vm: 'HV4' }, nothing),
  // @ts-expect-error an interface that there is not
  () => scenario({ ...least, creators: ['vmware'] }, nothing),
]

export const steps: ScenarioBody = async (story) => {
  await story.look('before')
  await story.look('with more', ['disks', 'jobs', 'clock'])
  const made: Made = await story.create('create', { name: story.text('x'), comment: 'y', kind: 'recovery' })
  await story.rename('rename', made, story.text('z'))
  await story.setComment('comment', made, story.text('z'))
  await story.restore('restore', made)
  await story.remove('remove', made)
  await story.removeSubtree('remove all', made)
  await story.setCheckpointType('type', 5)
  await story.setVmState('state', 'saved')
  await story.setVmNotes('notes', 'x')
  await story.outside.remove('remove outside', made)
  await story.inside('inside', { what: 'guestMemory', text: 'x' })
  await story.inside('inside', { what: 'occupied' })
  await story.measure('measure', 'verbs', made)
  await story.pause('wait', 60_000)
  await story.reconnect('again')
  const refused: Made | null = await story.attempt(() => story.create('try', {}))
  const texts: readonly string[] = story.generated(3)
  await story.glance(`${texts.length} ${refused?.checkpoint}`)
}

export const wrongSteps: ScenarioBody = async (story) => {
  // @ts-expect-error what is wanted of it
  await story.create('create')
  // @ts-expect-error every step has a title
  await story.look()
  // @ts-expect-error nothing of this name is read beside
  await story.look('look', ['disk'])
  // @ts-expect-error a look gives nothing back: a story does not judge
  const seen: string = await story.look('look')
  // @ts-expect-error an attempt may have been refused
  const sure: Made = await story.attempt(() => story.create('try', {}))
  // @ts-expect-error a checkpoint is what was made, not a text
  await story.rename('rename', 'D5E1', 'name')
  // @ts-expect-error a state that no VM has
  await story.setVmState('state', 'on')
  // @ts-expect-error 1 is no checkpoint type
  await story.setCheckpointType('type', 1)
  // @ts-expect-error who looks is every interface, not the outside alone
  await story.outside.look('look')
  // @ts-expect-error nothing is expected here
  story.expect(seen, sure)
  // @ts-expect-error who creates is decided by the run
  story.creator = 'scvmm-spf'
}

export const configurations = [
  defineConfig({ suites: ['own/*.ts'] }),
  // @ts-expect-error a list, also where it is one
  defineConfig({ suites: 'own/*.ts' }),
  // @ts-expect-error a key that there is not
  defineConfig({ suite: ['own/*.ts'] }),
]
