import { scenario } from 'snapcheck'

scenario(
  { id: 'limits.fifty', title: 'A VM has fifty checkpoints and not one more', claims: ['C-084', 'C-085'], vm: 'nearly-full' },
  async (story) => {
    await story.look('forty-nine of them')
    await story.create('create the fiftieth', { name: story.text('the fiftieth') })
    await story.look('fifty of them')
    await story.attempt(() => story.create('try to create one more', { name: story.text('one too many') }))
    await story.look('after it was tried')
  },
)

scenario(
  {
    id: 'limits.from-nothing',
    title: 'Fifty checkpoints made one after the other are all listed by every interface',
    claims: ['C-011', 'C-042', 'C-084', 'C-085'],
    vm: 'off',
    profile: 'full',
  },
  async (story) => {
    await story.look('none of them')
    for (let count = 1; count <= 50; count++) {
      if (count === 50) await story.look('forty-nine of them')
      await story.create(`create number ${count}`, { name: story.text(`number ${count}`) })
    }
    await story.look('fifty of them')
    await story.attempt(() => story.create('try to create one more', { name: story.text('one too many') }))
    await story.look('after it was tried')
  },
)

scenario(
  { id: 'limits.pass-through', title: 'A VM with a disk that cannot be frozen gets no checkpoint', claims: ['C-087'], vm: 'pass-through' },
  async (story) => {
    await story.look('before')
    await story.attempt(() => story.create('try to create one', { name: story.text('must not be') }))
    await story.look('after it was tried')
  },
)

scenario(
  {
    id: 'limits.library',
    title: "A VM in SCVMM's library gets no checkpoint",
    claims: ['C-086'],
    vm: 'library',
    radius: 'vmm',
    creators: ['scvmm-spf'],
  },
  async (story) => {
    await story.look('before')
    await story.attempt(() => story.create('try to create one', { name: story.text('must not be') }))
    await story.look('after it was tried')
  },
)

scenario(
  { id: 'limits.name', title: 'A name has at most a hundred characters and is not blank', claims: ['C-033', 'C-034'] },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one', { name: story.text('short') })
    for (const length of [99, 100, 101]) {
      const name = story.text('a name of many characters').padEnd(length, '.')
      await story.attempt(() => story.rename(`rename it to ${length} characters`, made, name))
      await story.look(`with ${length} characters`)
    }
    await story.attempt(() => story.rename('rename it to nothing', made, ''))
    await story.attempt(() => story.rename('rename it to blanks', made, '   '))
    await story.look('after blank names')
  },
)
