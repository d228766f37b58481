import { scenario } from 'snapcheck'

scenario(
  {
    id: 'existing.seen',
    title: 'What exists already is one thing on every interface, and stays so',
    claims: ['C-002', 'C-003', 'C-024', 'C-026', 'C-069', 'R-001', 'R-002'],
    needs: [],
    safety: 'reads',
  },
  async (story) => {
    await story.look('first look')
    await story.reconnect('a second connection')
    await story.look('second look')
  },
)
