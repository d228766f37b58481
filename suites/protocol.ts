import { scenario } from 'snapcheck'

scenario(
  {
    id: 'protocol.spf',
    title: 'Service Provider Foundation speaks as its pages say',
    claims: ['C-068', 'C-093', 'C-094', 'C-095', 'C-100', 'C-101', 'C-102', 'C-112', 'C-113'],
    creators: ['scvmm-spf'],
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one', { name: story.text('to be asked for'), comment: story.text('a comment') })
    await story.measure('which verbs it takes', 'verbs', made)
    await story.measure('what its key is', 'key', made)
    await story.measure('which properties it has', 'properties', made)
    await story.measure('whether it wants the header', 'principal', made)
    await story.measure('where it says its root is', 'root', made)
    await story.measure('which formats it speaks', 'formats', made)
    await story.measure('what a second change gets meanwhile', 'lock', made)
    await story.look('with the jobs of all that', ['jobs'])
    await story.remove('remove it', made)
    await story.look('after it was removed', ['jobs'])
  },
)

scenario(
  {
    id: 'protocol.confirm',
    title: 'Which value of Confirm a create is taken with',
    claims: ['C-096', 'C-097'],
    creators: ['scvmm-spf'],
  },
  async (story) => {
    await story.look('before')
    for (const form of ['confirm-true', 'confirm-false', 'confirm-null'])
      await story.attempt(() => story.create(`create one with ${form}`, { name: story.text(form), form }))
    await story.look('after all were tried')
  },
)
