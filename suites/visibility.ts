import { scenario } from 'snapcheck'

scenario(
  {
    id: 'visibility.one',
    title: 'One checkpoint is the same object under both words',
    claims: ['C-001', 'C-010', 'C-012', 'C-017', 'C-027', 'C-096'],
  },
  async (story) => {
    await story.look('before')
    await story.create('create one', { name: story.text('HV4 before patching') })
    await story.look('after it was created')
  },
)

scenario(
  {
    id: 'visibility.several',
    title: 'Several checkpoints of one VM are all visible, not only the newest',
    claims: ['C-011', 'C-042', 'C-045'],
  },
  async (story) => {
    await story.look('before')
    await story.create('create the first', { name: story.text('first') })
    await story.create('create the second', { name: story.text('second') })
    await story.create('create the third', { name: story.text('third') })
    await story.look('after three were created')
  },
)

scenario(
  { id: 'visibility.removed', title: 'A removed checkpoint disappears from every interface', claims: ['C-065', 'C-080', 'C-099'] },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one', { name: story.text('to be removed') })
    await story.look('while it exists')
    await story.remove('remove it', made)
    await story.look('after it was removed')
  },
)

scenario({ id: 'visibility.middle-removed', title: 'Removing one checkpoint keeps its children', claims: ['C-078'] }, async (story) => {
  await story.look('before')
  await story.create('create the parent', { name: story.text('parent') })
  const middle = await story.create('create the one to remove', { name: story.text('middle') })
  await story.create('create the child', { name: story.text('child') })
  await story.look('chain of three')
  await story.remove('remove the middle one', middle)
  await story.look('after the middle one was removed')
})

scenario(
  {
    id: 'visibility.idempotent',
    title: 'Refreshing an unchanged VM changes nothing and makes no second row',
    claims: ['C-040', 'C-069', 'R-002'],
  },
  async (story) => {
    await story.look('before')
    await story.create('create one', { name: story.text('seen again and again') })
    await story.look('after it was created')
    await story.pause('a whole refresher interval', 31 * 60_000)
    await story.look('one refresher interval later')
    await story.pause('another interval', 31 * 60_000)
    await story.look('two refresher intervals later')
  },
)
