import { describe, expect, test } from 'vitest'
import { zeroGuid } from '../../checkpoint/guid.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Verdict } from '../../judgement/verdict.ts'
import type { Made, Teller } from '../definition.ts'
import { told } from './testing/told.ts'

const touchedBy = (verdicts: readonly Verdict[]): readonly string[] =>
  [...new Set(verdicts.filter(({ reason }) => reason?.code === 'environment-changed').map(({ cell }) => cell.property))].toSorted()

describe('a story that nobody disturbs', () => {
  test.each(['hyperv-wmi', 'scvmm-spf'] as const)('through %s is put back as it was, and says what was compared', async (creator) => {
    const { telling, verdicts } = await told(
      async (story) => {
        const parent = await story.create('parent', { name: story.text('parent') })
        await story.create('child', { name: story.text('child') })
        await story.restore('back', parent).catch(() => undefined)
      },
      { creator },
    )
    expect(telling.cleanup).toMatchObject({ outcome: 'restored', leftovers: [], compared: { before: 1, same: 1 } })
    expect(telling.story.disturbances).toBeUndefined()
    expect(touchedBy(verdicts)).toEqual([])
  })

  test('prints what nothing can take back', async () => {
    const { telling } = await told(
      async (story) => {
        const made = await story.create('make', { name: story.text('made') })
        await story.restore('go back to it', made)
      },
      { vm: 'off-with-checkpoint' },
    )
    expect(telling.cleanup).toMatchObject({ outcome: 'restored', notUndone: [expect.stringContaining('go back to it')] })
  })
})

describe('what nothing can take back', () => {
  test('the notes of the VM', async () => {
    const { telling } = await told(async (story) => {
      await story.create('make', {})
      await story.setVmNotes('give it other notes', 'x')
    })
    expect(telling.cleanup.notUndone).toEqual([expect.stringMatching(/^give it other notes: .*notes/)])
  })

  test('also where nothing was made', async () => {
    const { telling } = await told(async (story) => story.setVmState('turn it off', 'off'))
    expect(telling.cleanup).toMatchObject({ outcome: 'not-needed', notUndone: [expect.stringContaining('turn it off')] })
  })

  test('a restore that a probe does', async () => {
    const { telling } = await told(async (story) => story.measure('restore it by PUT', 'putRestore', await story.create('make', {})), {
      creator: 'scvmm-spf',
      vm: 'off-with-checkpoint',
    })
    expect(telling.cleanup.notUndone).toEqual([expect.stringContaining('restore it by PUT')])
  })

  test.each([
    ['SNAPCHECK_UNREACHABLE', [expect.stringMatching(/^turn it off: .* off\. It failed/)]],
    ['SNAPCHECK_NOT_ALLOWED', undefined],
    ['SNAPCHECK_PRODUCT_REFUSED', undefined],
  ] as const)('what may have been done although it failed with %s', async (code, notUndone) => {
    const { telling } = await told(
      async (story) => {
        await story.create('make', {})
        await story.setVmState('turn it off', 'off')
      },
      { through: (one) => ({ ...one, setVmState: () => Promise.reject(new SnapcheckError(code, 'no')) }) },
    )
    expect(telling.cleanup.notUndone).toEqual(notUndone)
  })
})

describe('somebody else on the same VM', () => {
  test('who builds on ours keeps it, and takes the conclusion from the cells that it can have touched', async () => {
    const { telling, verdicts } = await told(async (story, stranger, { vm }) => {
      await story.look('before')
      const parent = await story.create('parent', { name: story.text('parent') })
      await story.look('undisturbed')
      await stranger.create(vm, { name: "a stranger's" })
      await story.create('child', { name: story.text('child') })
      await story.look('disturbed')
      expect(parent.checkpoint).toBeDefined()
    })
    const [disturbance] = telling.story.disturbances!
    expect(telling.story.disturbances).toHaveLength(1)
    expect(disturbance).toMatchObject({ kind: 'checkpoint-appeared', interface: 'hyperv-wmi', before: null })
    expect(touchedBy(verdicts)).toEqual(expect.arrayContaining(['parent', 'position']))
    expect(touchedBy(verdicts)).not.toEqual(expect.arrayContaining(['name']))
    const touched = verdicts.filter(({ reason }) => reason?.code === 'environment-changed')
    for (const { outcome, reason } of touched) {
      expect(outcome).toBe('inconclusive')
      expect(reason?.sentence).toContain(disturbance!.checkpoint)
    }
    expect(
      verdicts.some(
        ({ cell, outcome, rests }) => cell.property === 'parent' && outcome === 'conforms' && rests.some((id) => id.includes('/2/')),
      ),
    ).toBe(true)

    expect(telling.cleanup.outcome).toBe('left-behind')
    expect(telling.cleanup.leftovers).toEqual([{ checkpoint: expect.any(String), why: expect.stringContaining('stranger') }])
    expect(telling.cleanup.differences).toEqual([expect.stringContaining(String(disturbance!.checkpoint))])
  })

  test('who removes what was there before is told of, and the VM is not called restored', async () => {
    const { telling } = await told(async (story, stranger, { vm }) => {
      await story.create('make', { name: story.text('made') })
      const { value } = await stranger.readTree(vm)
      const old = value!.checkpoints.find(({ fields }) => !String(fields.name?.raw).includes('snapcheck'))!
      await stranger.remove(vm, String(old.fields.id?.raw) as never)
    })
    expect(telling.story.disturbances?.map(({ kind }) => kind)).toEqual(['checkpoint-vanished'])
    expect(telling.cleanup).toMatchObject({ outcome: 'failed', compared: { before: 1, same: 0 }, leftovers: [] })
  })

  test('who changes the state of the VM touches what depends on it', async () => {
    const { telling, verdicts } = await told(async (story, stranger, { vm }) => {
      await story.create('make', { name: story.text('made') })
      await stranger.setVmState(vm, 'saved')
      await story.look('afterwards')
    })
    expect(telling.story.disturbances).toEqual([expect.objectContaining({ kind: 'vm-state-changed', before: 'running', after: 'saved' })])
    expect(touchedBy(verdicts)).toEqual(expect.arrayContaining(['position']))
  })

  test('keeps a subtree from being removed with theirs in it', async () => {
    const { telling } = await told(async (story, stranger, { vm }) => {
      const parent = await story.create('parent', { name: story.text('parent') })
      await stranger.create(vm, { name: "a stranger's" })
      await story.removeSubtree('remove all of it', parent)
    })
    expect(telling.story.acts.at(-1)).toMatchObject({
      action: 'remove-subtree',
      result: 'failed',
      failure: { code: 'SNAPCHECK_FOREIGN_CHECKPOINT' },
    })
    expect(telling.cleanup.outcome).toBe('left-behind')
  })
})

describe('a create whose answer is lost', () => {
  const losing = (one: CheckpointInterface): CheckpointInterface => ({
    ...one,
    create: async (vm, { onMade: _onMade, ...wanted }) => {
      await one.create(vm, wanted)
      throw new SnapcheckError('SNAPCHECK_UNREACHABLE', 'the connection broke')
    },
  })

  test('is found by its mark and removed', async () => {
    const { telling } = await told(async (story) => void (await story.create('make', { name: story.text('made') })), { through: losing })
    expect(telling.cleanup).toMatchObject({ outcome: 'restored', leftovers: [], compared: { before: 1, same: 1 } })
  })

  test('without a mark is listed and not touched', async () => {
    const { telling } = await told(async (story) => void (await story.create('make', {})), { through: losing })
    expect(telling.cleanup).toMatchObject({ outcome: 'left-behind', leftovers: [{ why: expect.stringContaining('answer was lost') }] })
  })

  test('is known where only its naming failed', async () => {
    const { telling } = await told(async (story) => void (await story.create('make', { name: ' ' })))
    expect(telling.story.acts[0]).toMatchObject({ result: 'failed', checkpoint: null })
    expect(telling.cleanup).toMatchObject({ outcome: 'restored', leftovers: [] })
  })
})

describe('a story that is ended from outside', () => {
  test.each(['before', 'while'] as const)('%s something is made cleans up what it has made, and does nothing more', async (when) => {
    const controller = new AbortController()
    const end = (): void => controller.abort(new Error('the runner gave up'))
    const { telling } = await told(
      async (story) => {
        await story.create('first', { name: story.text('first') })
        const second = when === 'while' ? story.create('second', { name: story.text('second') }) : undefined
        end()
        await second
        await story.create('third', { name: story.text('third') })
      },
      { signal: controller.signal },
    )
    expect(telling.story.acts.map(({ title, result }) => `${title} ${result}`)).toEqual(
      when === 'while' ? ['first done', 'second done'] : ['first done'],
    )
    expect(telling.cleanup).toMatchObject({ outcome: 'restored', compared: { before: 1, same: 1 } })
  })

  test.each([
    ['a probe', async (story: Teller, made: Made) => story.measure('lock it', 'lock', made)],
    ['a reconnection', async (story: Teller) => story.reconnect('another console')],
  ])('begins no %s any more', async (_what, begin) => {
    const controller = new AbortController()
    let opened = 0
    let ended = false
    const { telling } = await told(
      async (story) => {
        const made = await story.create('first', { name: story.text('first') })
        opened = 0
        controller.abort()
        await begin(story, made).finally(() => (ended = true))
      },
      {
        creator: 'scvmm-spf',
        signal: controller.signal,
        through: (one) => ({ ...one, identify: () => (opened++, one.identify()) }),
      },
    )
    expect(telling.story.measurements).toEqual([])
    expect(opened).toBe(0)
    expect(ended).toBe(true)
    expect(telling.cleanup.outcome).toBe('restored')
  })

  test.each(['returns', 'throws'] as const)('by a body that %s lets nothing of it go on that was not awaited', async (how) => {
    const { telling } = await told(async (story) => {
      void (async () => {
        await story.create('first', { name: story.text('first') })
        await story.create('second', { name: story.text('second') })
      })().catch(() => undefined)
      if (how === 'throws') await story.attempt(() => story.rename('rename', { checkpoint: zeroGuid }, 'x'))
    })
    expect(telling.story.acts.flatMap(({ action, title, result }) => (action === 'create' ? [`${title} ${result}`] : []))).toEqual([
      'first done',
    ])
    expect(telling.cleanup).toMatchObject({ outcome: 'restored', leftovers: [] })
  })

  test('does not wait for a body that never ends', async () => {
    const controller = new AbortController()
    const { telling } = await told(
      async (story) => {
        await story.create('first', { name: story.text('first') })
        controller.abort()
        await new Promise(() => undefined)
      },
      { signal: controller.signal },
    )
    expect(telling.cleanup.outcome).toBe('restored')
  })
})

describe('a VM that SCVMM has locked (2606)', () => {
  test('is asked again until it is free, and every attempt is evidence', async () => {
    const { telling } = await told(
      async (story) => {
        await story.inside('another administrator works', { what: 'occupied' })
        await story.create('make', { name: story.text('made') })
      },
      { creator: 'scvmm-spf' },
    )
    const made = telling.story.acts.at(-1)!
    const bodies = made.evidence.map((digest) => telling.evidence.find((entry) => entry.digest === digest)!.body)
    expect(made).toMatchObject({ action: 'create', result: 'done' })
    expect(bodies.filter((body) => body.includes('2606')).length).toBeGreaterThan(1)
    expect(telling.cleanup.outcome).toBe('restored')
  })
})
