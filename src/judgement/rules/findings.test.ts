import { describe, expect, it } from 'vitest'
import { reading } from '../../checkpoint/reading.ts'
import type { Story } from '../observation.ts'
import { judge } from '../rule.ts'
import { commented, long, marked } from '../testing/cases/comment.ts'
import { awaited, glanced } from '../testing/cases/discovery.ts'
import { renamed } from '../testing/cases/name.ts'
import { modified, timed } from '../testing/cases/time.ts'
import { noted } from '../testing/cases/vm-state.ts'
import { register } from '../testing/register.ts'
import { tale } from '../testing/stories.ts'
import { a, file, fromWmi, witness, wmi } from '../testing/told.ts'
import { rules } from './index.ts'

function findingsOf(story: Story, claim: string): readonly string[] {
  return judge(story, rules, register.claims).flatMap((verdict) => (verdict.claim === claim ? (verdict.finding ?? []) : []))
}

describe('findings', () => {
  it.each([
    ['nothing', '', 'Notes held nothing.'],
    ['the comment', long, 'Notes held the comment.'],
    ['a marker', marked, 'Notes held the comment and a marker.'],
    ['more', `x ${long}`, 'Notes held the comment among other text.'],
    ['something else', 'x', 'Notes held another text.'],
  ])('of C-015 tell what Notes held: %s', (_what, notes, finding) => {
    expect(findingsOf(commented('scvmm-spf', notes, long), 'C-015')).toEqual([finding])
  })

  it("of C-015 recognise the VM's own notes", () => {
    const notes = { vmAs: { vmNotes: reading.value('Notes', ['File server']) } }
    const { story } = tale()
      .look(wmi([witness], notes))
      .act('scvmm-spf', 'create', { label: 'a', comment: long })
      .look(wmi([witness, { ...a, comment: 'File server' }], notes))
    expect(findingsOf(story, 'C-015')).toEqual(["Notes held the VM's own notes, with which a snapshot starts (C-057)."])
  })

  it('of the other open questions state what was observed', () => {
    expect(findingsOf(commented('hyperv-wmi', long, ''), 'C-055')).toEqual(['Description held nothing.'])
    expect(findingsOf(renamed('scvmm-spf', { name: 'old' }, { name: 'new' }), 'C-037')).toEqual(['Hyper-V still shows the old name.'])
    expect(findingsOf(renamed('scvmm-spf', { name: 'new' }, { name: 'new' }), 'C-037')).toEqual(['Hyper-V shows the new name.'])
    expect(findingsOf(timed('2026-03-14T12:00:00Z', '2026-03-14T12:30:00'), 'C-039')).toEqual([
      "AddedTime lies 1800 s after the host's CreationTime, compared as marked, because it states no zone.",
    ])
    expect(findingsOf(modified('2026-03-15T12:00:00Z'), 'C-040')).toEqual([
      'ModifiedTime moved on 1 of 1 checkpoints of which nothing else had changed.',
    ])
    expect(findingsOf(modified('2026-03-14T12:00:00Z'), 'C-040')).toEqual([
      'ModifiedTime moved on 0 of 1 checkpoints of which nothing else had changed.',
    ])
  })

  it('of C-039 in a file notice a checkpoint that SCVMM learned of much later', () => {
    const { story } = tale().look(file([{ label: 'x', name: 'dajo-dsl - (4/14/2016 - 11:38:11 PM)', time: '2017-02-03T16:11:47.620Z' }]))
    expect(findingsOf(story, 'C-039')).toEqual([
      'AddedTime lies 295 days after the time in the name: it is not when the checkpoint was made.',
    ])
  })

  it('of the passive wait say how long it was and what SPF showed at first', () => {
    expect(findingsOf(awaited(29 * 60_000), 'C-062')).toEqual([
      "SCVMM showed it after at most 29 min of waiting, within the full refresher's 30 minutes.",
    ])
    expect(findingsOf(awaited(50 * 60_000), 'C-062')).toEqual([
      "SCVMM showed it after at most 50 min of waiting, later than the full refresher's 30 minutes.",
    ])
    expect(findingsOf(awaited(60_000), 'C-063')).toEqual([
      'It showed after at most 1 min of waiting, as soon as an event or the light refresher would tell it.',
    ])
    expect(findingsOf(awaited(29 * 60_000), 'C-063')).toEqual([
      'It showed after at most 29 min of waiting: it waited for a poll, no event told it.',
    ])
    expect(findingsOf(glanced([witness]), 'C-104')).toEqual([
      'It appeared by waiting alone, without a refresh through SPF; a look at once had not shown it.',
    ])
    expect(findingsOf(glanced([witness, a]), 'C-104')).toEqual([
      'It appeared by waiting alone, without a refresh through SPF; a look at once had shown it already.',
    ])
  })

  it.each([
    ['before', 'The VM has the notes again that it had when the checkpoint was taken.'],
    ['since', 'The VM kept the notes that it had been given since.'],
    ['other', 'The VM has other notes than before and since.'],
  ])('of C-058 tell whose notes the VM has after an apply: %s', (notes, finding) => {
    expect(findingsOf(noted(notes), 'C-058')).toEqual([finding])
  })

  it('of C-017 say whether SCVMM took part', () => {
    expect(findingsOf(fromWmi(), 'C-017')).toEqual(['SCVMM took part in the same story.'])
    expect(
      findingsOf(
        tale()
          .act('hyperv-wmi', 'create', { label: 'a' })
          .look(wmi([a])).story,
        'C-017',
      ),
    ).toEqual(['No interface of SCVMM took part in the story.'])
  })
})
