import { describe, expect, test } from 'vitest'
import { SnapcheckError } from '../../foundation/errors.ts'
import { told } from './testing/told.ts'

describe("a checkpoint that is not this story's", () => {
  test.each(['rename', 'setComment', 'restore', 'remove', 'removeSubtree', 'measure'] as const)(
    'is not touched by %s, whatever a story asks for',
    async (what) => {
      const { telling } = await told(
        async (story, stranger, { vm }) => {
          const { value: checkpoint } = await stranger.create(vm, { name: "a stranger's" })
          const theirs = { checkpoint }
          if (what === 'rename' || what === 'setComment') await story[what]('touch it', theirs, 'x')
          else if (what === 'measure') await story.measure('touch it', 'lock', theirs)
          else await story[what]('touch it', theirs)
        },
        { vm: 'off-with-checkpoint', ...(what === 'measure' ? { creator: 'scvmm-spf' } : {}) },
      )
      const codes = [...telling.story.acts.map(({ failure }) => failure?.code), ...telling.problems.map(({ code }) => code)]
      expect(new Set(codes)).toEqual(new Set(['SNAPCHECK_FOREIGN_CHECKPOINT']))
      expect(telling.story.disturbances).toEqual([expect.objectContaining({ kind: 'checkpoint-appeared' })])
    },
  )
})

test('what was made through an interface that cannot be asked any more is removed through another', async () => {
  const gone = (): Promise<never> => Promise.reject(new SnapcheckError('SNAPCHECK_UNREACHABLE', 'gone'))
  let isGone = false
  const { telling } = await told(
    async (story) => {
      await story.create('make', { name: story.text('made') })
      isGone = true
    },
    {
      creator: 'scvmm-spf',
      through: (one) =>
        one.id === 'hyperv-wmi'
          ? one
          : { ...one, readTree: (vm) => (isGone ? gone() : one.readTree(vm)), remove: (vm, id) => (isGone ? gone() : one.remove(vm, id)) },
    },
  )
  expect(telling.cleanup).toMatchObject({ outcome: 'restored', leftovers: [] })
})

test('what a product says to have removed and shows on and on is left, and not removed for ever', async () => {
  let removals = 0
  const { telling } = await told(async (story) => void (await story.create('make', { name: story.text('made') })), {
    through: (one) => ({ ...one, remove: async () => ({ value: void removals++, evidence: [] }) }),
  })
  expect(telling.cleanup).toMatchObject({ outcome: 'left-behind', leftovers: [{ why: expect.stringContaining('still') }] })
  expect(removals).toBe(5)
})

test('what was made is removed through another interface where the creating one cannot be opened again', async () => {
  let opened = 0
  const { telling } = await told(
    async (story) => {
      await story.create('make', { name: story.text('made') })
      await story.reconnect('another console')
    },
    {
      creator: 'scvmm-spf',
      through: (one) => {
        if (one.id !== 'scvmm-spf' || ++opened === 1) return one
        return { ...one, identify: () => Promise.reject(new SnapcheckError('SNAPCHECK_UNREACHABLE', 'gone')) }
      },
    },
  )
  expect(telling.cleanup).toMatchObject({ outcome: 'restored', leftovers: [] })
})

describe.each(['hyperv-wmi', 'scvmm-spf'] as const)('somebody else at work on the host, unseen by SCVMM, while %s creates', (creator) => {
  test('keeps the VM from being put back: what they do since would be gone', async () => {
    const { telling } = await told(
      async (story, stranger, { vm }) => {
        const made = await story.create('make', { name: story.text('made') })
        await stranger.create(vm, { name: "a stranger's" })
        await story.restore('go back', made)
      },
      { creator, vm: 'off-with-checkpoint' },
    )
    expect(telling.story.acts.at(-1)).toMatchObject({ action: 'restore', failure: { code: 'SNAPCHECK_FOREIGN_CHECKPOINT' } })
  })

  test('keeps what they built on from being removed', async () => {
    const { telling } = await told(
      async (story, stranger, { vm }) => {
        const made = await story.create('make', { name: story.text('made') })
        await stranger.create(vm, { name: "a stranger's" })
        await story.remove('remove it', made)
      },
      { creator },
    )
    expect(telling.story.acts.at(-1)).toMatchObject({ action: 'remove', failure: { code: 'SNAPCHECK_FOREIGN_CHECKPOINT' } })
    expect(telling.cleanup.outcome).toBe('left-behind')
  })
})
