import { scenario } from 'snapcheck'

scenario(
  {
    id: 'removal.running',
    title: 'Removing one of a running VM keeps its child and merges its disks meanwhile',
    claims: ['C-065', 'C-078', 'C-080', 'C-081', 'C-082', 'C-089'],
    vm: 'two-disks',
  },
  async (story) => {
    await story.look('before', ['disks'])
    const parent = await story.create('create the one to remove', { name: story.text('parent') })
    await story.create('create its child', { name: story.text('child') })
    await story.look('chain of two', ['disks'])
    await story.remove('remove the parent', parent)
    await story.glance('at once', ['disks'])
    await story.look('after the job had ended', ['disks'])
    await story.pause('while disks are merged', 10 * 60_000)
    await story.look('once they are merged', ['disks'])
  },
)

scenario(
  {
    id: 'removal.subtree',
    title: 'A subtree goes as one where the product offers it, and takes nothing else along',
    claims: ['C-079'],
    vm: 'off-with-checkpoint',
  },
  async (story) => {
    await story.look('before')
    await story.create('create the one to keep', { name: story.text('kept') })
    const top = await story.create('create the top of the subtree', { name: story.text('top') })
    await story.create('create the one below', { name: story.text('below') })
    await story.look('chain of three')
    await story.attempt(() => story.removeSubtree('remove the subtree', top))
    await story.look('after the subtree was removed')
  },
)
