import { scenario } from 'snapcheck'

scenario(
  { id: 'tree.chain', title: 'The chain of parents is the same on every interface', claims: ['C-042', 'C-043', 'C-044', 'C-045', 'C-070'] },
  async (story) => {
    await story.look('before')
    await story.create('create the root', { name: story.text('A') })
    await story.look('one')
    await story.create('create its child', { name: story.text('B') })
    await story.look('two')
    await story.create('create its grandchild', { name: story.text('C') })
    await story.look('three')
  },
)

scenario(
  {
    id: 'tree.branched',
    title: 'A branched tree is the same on every interface',
    claims: ['C-011', 'C-042', 'C-044', 'C-045', 'C-067', 'C-073', 'R-001'],
    needs: ['create', 'restore', 'remove'],
    vm: 'off',
  },
  async (story) => {
    await story.look('before')
    const root = await story.create('create the root', { name: story.text('root') })
    await story.create('create the left branch', { name: story.text('left') })
    await story.restore('go back to the root', root)
    await story.look('standing on the root')
    await story.create('create the right branch', { name: story.text('right') })
    await story.look('two branches')
  },
)

scenario(
  { id: 'tree.mixed', title: 'A tree that several products made is one tree everywhere', claims: ['C-006', 'C-035', 'C-042', 'C-070'] },
  async (story) => {
    await story.look('before')
    const name = story.text('one name for both')
    await story.create('create the first', { name })
    await story.outside.create('another product creates its child', { name })
    await story.create('create a grandchild', { name: story.text('grandchild') })
    await story.look('three of two products')
  },
)
