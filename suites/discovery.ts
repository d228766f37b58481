import { scenario } from 'snapcheck'

scenario(
  {
    id: 'discovery.passive',
    title: 'SCVMM learns by itself what was made outside, and how long that takes',
    claims: ['C-010', 'C-062', 'C-063', 'C-104'],
    creators: ['hyperv-wmi'],
  },
  async (story) => {
    await story.look('before')
    await story.create('create one outside SCVMM', { name: story.text('made outside') })
    await story.glance('at once')
    await story.look('once SCVMM knows')
  },
)

scenario(
  {
    id: 'discovery.stale',
    title: 'What SCVMM does not know to be gone cannot be acted on, and nothing else suffers',
    claims: ['C-065', 'C-066'],
  },
  async (story) => {
    const isHost = story.creator.startsWith('hyperv-')
    const [host, scvmm] = isHost ? [story, story.outside] : [story.outside, story]
    await story.look('before')
    const made = await story.create('create one', { name: story.text('soon gone') })
    await story.create('create another one', { name: story.text('must stay') })
    await story.look('two of them')
    await host.remove('remove the first on the host', made)
    await story.attempt(() => scvmm.restore('try to restore it in SCVMM', made))
    await story.attempt(() => scvmm.remove('try to remove it in SCVMM', made))
    await story.look('once SCVMM knows')
  },
)
