import { scenario } from 'snapcheck'

scenario(
  {
    id: 'comment.kept',
    title: "Each product's own comment survives a rename, a refresh and a second connection",
    claims: ['C-013', 'C-014', 'C-015', 'C-053', 'C-054', 'C-055', 'C-056', 'C-103'],
  },
  async (story) => {
    await story.look('before')
    const made = await story.create('create with a comment', {
      name: story.text('with comment'),
      comment: story.text('taken before the change of 14 March'),
    })
    await story.look('after it was created')
    await story.rename('rename it', made, story.text('renamed, comment untouched'))
    await story.look('after it was renamed')
    await story.pause('a whole refresher interval', 31 * 60_000)
    await story.look('after a refresh')
    await story.reconnect('a second connection')
    await story.look('through a second connection')
  },
)

scenario(
  { id: 'comment.changed', title: 'A comment can be changed later and reads back exactly', claims: ['C-052', 'C-056'] },
  async (story) => {
    await story.look('before')
    const made = await story.create('create with a comment', { name: story.text('comment to change'), comment: story.text('first words') })
    await story.look('with the first comment')
    await story.setComment('change the comment', made, story.text('second words, quite different'))
    await story.look('with the second comment')
  },
)

scenario(
  {
    id: 'comment.text',
    title: 'Line breaks, quotes, markup and other scripts in a comment are kept',
    claims: ['C-013', 'C-056', 'C-060', 'C-103'],
  },
  async (story) => {
    await story.look('before')
    const comment = [
      'first line',
      'second line: "quoted" & <marked> \'up\' ]]>',
      'Prüfpunkt · チェックポイント · контрольная точка · 👍',
      '  blanks at both ends  ',
    ].join('\n')
    await story.create('create with an awkward comment', { name: story.text('awkward comment'), comment: `${story.text(comment)}  ` })
    await story.look('after it was created')
  },
)

scenario({ id: 'comment.none', title: 'A checkpoint without a comment shows none', claims: ['C-054', 'C-057', 'R-004'] }, async (story) => {
  await story.look('before')
  await story.create('create without a comment', { name: story.text('no comment') })
  await story.look('after it was created')
})
