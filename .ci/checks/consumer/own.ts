import { scenario, type Teller } from 'snapcheck'

/** As a user writes one: `pack.ts` runs it with the installed tarball, beside another Vitest. */
scenario(
  { id: 'consumer.first', title: 'A checkpoint of a suite that is not shipped is visible everywhere', claims: ['C-010', 'C-012'] },
  async (story: Teller): Promise<void> => {
    await story.look('before')
    await story.create('create one', { name: story.text('by a consumer') })
    await story.look('after it was created')
  },
)
