import { describe, expect, test } from 'vitest'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Act, View } from '../../judgement/observation.ts'
import type { ScenarioBody, VmNeed } from '../definition.ts'
import { openLabSource } from '../sources/lab.ts'
import { tell } from './tell.ts'

interface Asked {
  readonly creator: InterfaceId
  readonly vm: VmNeed
}

/** Tells a story on the lab, over real HTTP, and gives what it left behind. */
async function told(
  { creator, vm }: Asked,
  body: ScenarioBody,
): Promise<{ readonly acts: readonly Act[]; readonly views: readonly View[] }> {
  const source = await openLabSource({ seed: 'teller', key: `teller/${creator}`, faults: [], vm })
  try {
    const definition = {
      id: 'teller.test',
      title: 'a story',
      claims: [],
      needs: ['create'],
      safety: 'writes',
      radius: 'vm',
      profile: 'core',
      vm,
    } as const
    const { story, problems } = await tell({
      key: `teller.test/${creator}`,
      scenario: { definition, body },
      creator,
      source,
      seed: 'teller',
    })
    expect(problems).toEqual([])
    return story
  } finally {
    await source.close()
  }
}

const raw = (views: readonly View[], of: InterfaceId, property: 'applicationData' | 'guestMemory' | 'hardware'): readonly unknown[] =>
  views.filter((view) => view.interface === of).map(({ observations }) => observations[property]?.raw)

describe('what is attempted', () => {
  test('and refused stands in the story with the product’s code, and the story goes on', async () => {
    const { acts } = await told({ creator: 'hyperv-wmi', vm: 'running' }, async (story) => {
      const made = await story.create('create', {})
      expect(await story.attempt(() => story.restore('restore a running one', made))).toBeNull()
      await story.rename('rename', made, story.text('after the refusal'))
    })
    expect(acts.map(({ action, result }) => `${action} ${result}`)).toEqual(['create done', 'restore failed', 'rename done'])
    expect(acts[1]!.failure).toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '32775', isFault: false })
  })

  test('and has no way is unsupported; without an attempt it ends the story', async () => {
    const { acts } = await told({ creator: 'scvmm-spf', vm: 'off' }, async (story) => {
      const made = await story.create('create', {})
      await story.attempt(() => story.removeSubtree('remove the subtree', made))
      await story.removeSubtree('remove the subtree again', made)
      await story.rename('never', made, 'never')
    })
    expect(acts.map(({ action, result }) => `${action} ${result}`)).toEqual([
      'create done',
      'remove-subtree unsupported',
      'remove-subtree unsupported',
    ])
    expect(acts[1]!.failure).toMatchObject({ code: 'SNAPCHECK_UNSUPPORTED', isFault: false })
  })

  test('while another administrator’s job holds the VM is refused with the product’s own code', async () => {
    const codes = async (creator: InterfaceId): Promise<unknown> => {
      const { acts } = await told({ creator, vm: 'running' }, async (story) => {
        await story.inside('another administrator is at work', { what: 'occupied' })
        await story.attempt(() => story.create('create', {}))
        await story.pause('until that is over', 60_000)
        await story.create('create again', {})
      })
      return acts.map(({ failure, result }) => failure?.productCode ?? result)
    }
    expect(await codes('scvmm-spf')).toEqual(['done', '2606', 'done'])
    expect(await codes('hyperv-wmi')).toEqual(['done', '32775', 'done'])
  })
})

test('what prepares the VM goes through whichever interface has a way, the creating one first', async () => {
  const { acts } = await told({ creator: 'scvmm-spf', vm: 'production' }, async (story) => {
    await story.setVmState('stop', 'off')
    await story.setVmState('start', 'running')
    await story.setVmState('save', 'saved')
    await story.setCheckpointType('standard', 5)
  })
  expect(acts.map((act) => `${act.interface} ${act.intended.vmState ?? act.intended.checkpointType}`)).toEqual([
    'scvmm-spf off',
    'scvmm-spf running',
    'hyperv-wmi saved',
    'hyperv-wmi 5',
  ])
})

test('what is done outside goes through another product, and is awaited by the one that has to find it out', async () => {
  const { acts, views } = await told({ creator: 'scvmm-spf', vm: 'off-with-checkpoint' }, async (story) => {
    const first = await story.create('create', {})
    await story.create('create another', {})
    await story.outside.restore('apply the first on the host', first)
    await story.look('afterwards')
  })
  expect(acts.at(-1)).toMatchObject({ interface: 'hyperv-wmi', action: 'restore' })
  const [spf] = views.filter((view) => view.interface === 'scvmm-spf')
  expect(spf).toMatchObject({ settled: 'awaited', observations: { position: { normalised: acts[0]!.checkpoint } } })
})

test('a removed subtree is awaited as a whole', async () => {
  const { acts, views } = await told({ creator: 'hyperv-wmi', vm: 'off-with-checkpoint' }, async (story) => {
    const root = await story.create('root', {})
    await story.create('below', {})
    await story.look('both')
    await story.removeSubtree('remove both', root)
    await story.look('none of them')
  })
  const made = acts.flatMap(({ checkpoint, action }) => (action === 'create' ? [checkpoint] : []))
  const seen = views
    .filter((view) => view.interface === 'scvmm-spf')
    .map(({ settled, checkpoints }) => [settled, checkpoints.filter(({ id }) => made.includes(id)).length])
  expect(seen).toEqual([
    ['awaited', 2],
    ['awaited', 0],
  ])
})

test('what the guest finds stands in the creating interface’s view, and an apply brings it back (C-004, C-005)', async () => {
  const { views } = await told({ creator: 'scvmm-spf', vm: 'two-disks' }, async (story) => {
    const write = async (text: string): Promise<void> => {
      for (const what of ['applicationData', 'guestMemory', 'hardware'] as const) await story.inside(`${what}: ${text}`, { what, text })
    }
    await write('before')
    const made = await story.create('create', {})
    await write('after')
    await story.look('changed since')
    await story.restore('go back', made)
    await story.look('restored')
  })
  expect(raw(views, 'scvmm-spf', 'applicationData')).toEqual([
    ['after', 'after'],
    ['before', 'before'],
  ])
  expect(raw(views, 'scvmm-spf', 'guestMemory')).toEqual(['after', 'before'])
  expect(raw(views, 'scvmm-spf', 'hardware')).toEqual(['after', 'before'])
  expect(raw(views, 'hyperv-wmi', 'hardware')).toEqual([undefined, undefined])
})
