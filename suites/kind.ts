import { scenario } from 'snapcheck'

scenario(
  {
    id: 'kind.types',
    title: "Each CheckpointType means the same in each product, whatever a checkpoint's own kind",
    claims: ['C-006', 'C-046', 'C-048', 'C-049', 'C-050'],
    vm: 'production',
  },
  async (story) => {
    await story.look('before')
    await story.setCheckpointType('standard from now on', 5)
    await story.create('create a standard one', { name: story.text('standard') })
    await story.attempt(() =>
      story.outside.create('another product creates a standard one', { name: story.text('standard, by the other one') }),
    )
    await story.look('two standard ones')
    await story.setCheckpointType('production only from now on', 4)
    await story.create('create one that must be production', { name: story.text('production only') })
    await story.look('one that must be production')
    await story.setCheckpointType('no checkpoints from now on', 2)
    await story.look('while checkpoints are disabled')
    await story.attempt(() => story.create('try to create one', { name: story.text('must not be') }))
    await story.look('after it was tried')
    await story.setCheckpointType('production from now on, as before', 3)
  },
)

scenario(
  {
    id: 'kind.fallback',
    title: 'Without a guest that takes part, production only is refused and production falls back to standard',
    claims: ['C-048', 'C-051'],
    vm: 'no-integration',
  },
  async (story) => {
    await story.setCheckpointType('production only from now on', 4)
    await story.look('before')
    await story.attempt(() => story.create('try to create one', { name: story.text('must not be') }))
    await story.look('after it was tried')
    await story.setCheckpointType('production with fallback from now on', 3)
    await story.create('create one', { name: story.text('fallen back') })
    await story.look('after it was created')
  },
)

scenario(
  {
    id: 'kind.recovery',
    title: 'What a backup makes is of a kind of its own',
    claims: ['C-083'],
    creators: ['hyperv-wmi'],
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one as a backup does', { kind: 'recovery' })
    await story.look('after it was created')
    await story.pause('a whole refresher interval', 31 * 60_000)
    await story.look('after a refresh')
    await story.remove('remove it', made)
  },
)
