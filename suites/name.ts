import { scenario } from 'snapcheck'

scenario({ id: 'name.given', title: 'A name is the same text on every interface', claims: ['C-029'] }, async (story) => {
  await story.look('before')
  await story.create('create with an awkward name', { name: story.text(`"HV4" & <före> [チェック] 'x'`) })
  await story.look('after it was created')
})

scenario(
  { id: 'name.default', title: 'Without a name, each product makes one of its own form', claims: ['C-030', 'C-031'] },
  async (story) => {
    await story.look('before')
    await story.create('create without a name', {})
    await story.look('after it was created')
  },
)

scenario(
  { id: 'name.renamed', title: 'A new name reaches the other product, and no second checkpoint appears', claims: ['C-036', 'C-037'] },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one', { name: story.text('old name') })
    await story.look('with the old name')
    await story.rename('rename it', made, story.text('new name'))
    await story.look('with the new name')
    await story.pause('a whole refresher interval', 31 * 60_000)
    await story.look('after a refresh')
  },
)

scenario({ id: 'name.shared', title: 'Two checkpoints may share a name and stay two', claims: ['C-035'] }, async (story) => {
  await story.look('before')
  const name = story.text('the same name')
  await story.create('create the first', { name })
  await story.create('create the second', { name })
  await story.look('after both were created')
})
