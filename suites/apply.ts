import { scenario } from 'snapcheck'

scenario(
  {
    id: 'apply.standard',
    title: 'Applying a standard checkpoint brings back state, data and hardware of a running VM',
    claims: ['C-004', 'C-005', 'C-041', 'C-049', 'C-058', 'C-075', 'C-076', 'C-089', 'C-090', 'C-091'],
    needs: ['create', 'restore', 'remove'],
    vm: 'two-disks',
  },
  async (story) => {
    await story.look('before', ['disks', 'clock'])
    const made = await story.create('create one of the running VM', { name: story.text('the state to come back to') })
    await story.look('after it was created', ['disks', 'clock'])
    await story.setVmNotes('give the VM other notes', story.text('notes of a later day'))
    for (const what of ['applicationData', 'guestMemory', 'hardware'] as const)
      await story.attempt(() => story.inside(`change ${what} since`, { what, text: 'something of a later day' }))
    const applied = await story.attempt(async () => {
      await story.restore('apply it while the VM runs', made)
      return made
    })
    if (applied === null) {
      await story.setVmState('turn the VM off', 'off')
      await story.restore('apply it to the VM that is off', made)
    }
    await story.pause('until SCVMM has looked at the VM again', 31 * 60_000)
    await story.look('after it was applied', ['disks'])
    await story.setVmState('let the VM run again', 'running')
  },
)

scenario(
  {
    id: 'apply.production',
    title: 'Applying a production checkpoint leaves the VM off',
    claims: ['C-006', 'C-048', 'C-049', 'C-075'],
    needs: ['create', 'restore', 'remove'],
    vm: 'production',
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create one of the running VM', { name: story.text('production') })
    await story.attempt(() => story.outside.create('another product creates one too', { name: story.text('production, by the other one') }))
    await story.look('after both were created')
    await story.setVmState('turn the VM off', 'off')
    await story.restore('apply the first', made)
    await story.pause('until SCVMM has looked at the VM again', 31 * 60_000)
    await story.look('after it was applied')
    await story.setVmState('let the VM run again', 'running')
  },
)

scenario(
  {
    id: 'apply.chain',
    title: 'Applying the first of a chain keeps the later ones and moves the position',
    claims: ['C-044', 'C-045', 'C-049', 'C-067', 'C-073', 'C-098'],
    needs: ['create', 'restore', 'remove'],
    vm: 'off-with-checkpoint',
  },
  async (story) => {
    await story.look('before')
    const first = await story.create('create the first', { name: story.text('A') })
    await story.create('create the second', { name: story.text('B') })
    await story.create('create the third', { name: story.text('C') })
    await story.look('chain of three')
    await story.restore('apply the first', first)
    await story.look('standing on the first')
  },
)

scenario(
  {
    id: 'apply.scvmm-alone',
    title: 'SCVMM creates and restores without any other tool, by either verb of its interface',
    claims: ['C-009', 'C-098'],
    needs: ['create', 'restore', 'remove'],
    vm: 'off-with-checkpoint',
    creators: ['scvmm-spf'],
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create with nothing but the VM', {})
    await story.look('after it was created')
    await story.restore('restore it', made)
    await story.look('after it was restored')
    await story.setComment('give it a comment', made, story.text('a comment that a restore must keep'))
    await story.measure('restore it by PUT', 'putRestore', made)
    await story.look('after it was restored by PUT')
  },
)
