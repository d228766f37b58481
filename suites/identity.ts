import { scenario } from 'snapcheck'

scenario(
  {
    id: 'identity.one',
    title: 'One identity across the products, and which identifiers are not it',
    claims: ['C-001', 'C-027', 'C-028', 'C-105'],
  },
  async (story) => {
    await story.look('before')
    await story.create('create one', { name: story.text('identity') })
    await story.look('after it was created')
    await story.reconnect('a second connection')
    await story.look('through a second connection')
  },
)

scenario(
  { id: 'identity.terminology', title: 'Each interface keeps its own word for the object', claims: ['C-002', 'C-003', 'C-024', 'C-026'] },
  async (story) => {
    await story.look('before')
    await story.create('create one', { name: story.text('one thing, two words') })
    await story.look('after it was created')
  },
)

scenario({ id: 'identity.time', title: 'The time of creation', claims: ['C-039', 'C-041', 'C-105'] }, async (story) => {
  await story.look('before', ['clock'])
  await story.pause('some minutes', 7 * 60_000)
  await story.create('create one', { name: story.text('time') })
  await story.pause('a while before anybody looks', 5 * 60_000)
  await story.look('after it was created', ['clock'])
})
