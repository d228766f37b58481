import { scenario } from 'snapcheck'

scenario(
  {
    id: 'texts.generated',
    title: 'Names and comments in any script come back as they were given',
    claims: ['C-029', 'C-035', 'C-056', 'C-060', 'C-103'],
    vm: 'off',
    profile: 'full',
  },
  async (story) => {
    await story.look('before')
    const [names, comments] = [story.generated(36).slice(0, 12), story.generated(36).slice(12)]
    for (const [index, comment] of comments.entries())
      await story.create(`create one with generated texts, number ${index + 1}`, { name: story.text(names[index % 12]!), comment })
    await story.look('after all were created')
  },
)

scenario(
  {
    id: 'texts.control-characters',
    title: 'What an interface cannot carry is refused before it is sent',
    claims: ['C-052', 'C-056'],
    profile: 'full',
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one', { name: story.text('carried'), comment: story.text('carried too') })
    for (const [what, character] of [
      ['a bell', '\u0007'],
      ['half a pair', '\uD83D'],
      ['a null', '\u0000'],
    ] as const)
      await story.attempt(() => story.setComment(`set a comment with ${what}`, made, story.text(`${what}: ${character}`)))
    await story.look('after all were tried')
  },
)

scenario(
  {
    id: 'texts.long',
    title: 'Comments of many lengths come back whole',
    claims: ['C-052', 'C-056', 'C-060', 'C-103'],
    profile: 'full',
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one', { name: story.text('many lengths'), comment: 'x' })
    await story.look('with one character')
    for (const length of [255, 256, 1024, 4096, 32_768]) {
      await story.attempt(() => story.setComment(`set a comment of ${length} characters`, made, story.text('long').padEnd(length, '·')))
      await story.look(`with ${length} characters`)
    }
  },
)
