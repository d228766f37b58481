import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import type { ReportObservation, ReportView } from '../model/report.ts'
import { sample } from '../testing/sample.ts'
import { differenceOf, listDifference } from './difference.ts'
import { answerLetter, answersOf, findingsOf } from './findings.ts'
import { originLine, verdictLine } from './headline.ts'
import { visiblePieces, visibleText } from './invisible.ts'
import { matricesOf } from './matrix.ts'
import { scenarioCommand } from './reproduce.ts'
import { treeOf, type TreeNode } from './tree.ts'

const good = buildReport(sample().input)
const damaged = buildReport(sample({ damaged: true }).input)

test('the origin is spelled out for every way that answers come', () => {
  expect(originLine(good)).toBe('This run was answered by the built-in simulator: it proves the harness, nothing about the products.')
  expect(originLine(buildReport(sample({ origin: 'product', via: 'file' }).input))).toBe(
    'This report reads what was exported from products, whose builds the files themselves state.',
  )
  expect(originLine(buildReport(sample({ origin: 'unidentified', via: 'replay' }).input))).toContain('proves nothing about the products')
  expect(originLine(buildReport({ ...sample().input, scenarios: [] }))).toBe(
    'Nothing was observed: this report says nothing about the products.',
  )
})

test('the verdict is a sentence with its denominator', () => {
  expect(verdictLine(good)).toBe('Of 105 verdicts none violates a documented must: 102 conform, 3 were not run.')
  const problems = [{ code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', scenario: null, place: null, next: null }]
  expect(verdictLine(buildReport(sample({ problems }).input))).toBe(
    'Not everything could be judged: 1 problem came up beside 105 verdicts.',
  )
  expect(verdictLine(buildReport({ ...sample().input, scenarios: [], interrupted: true }))).toBe(
    'Interrupted, so this report is partial. Nothing was judged.',
  )
})

test('what was not put back is said once: in the verdict where it decides, beside it where something else does', () => {
  const left = buildReport(sample({ disturbed: true }).input)
  expect(verdictLine(left)).toMatch(
    /^Not everything could be judged: .* inconclusive, 1 scenario was not put back\. In 1 of 6 scenarios somebody/,
  )
  const worse = verdictLine(buildReport(sample({ damaged: true, disturbed: true }).input))
  expect(worse).toMatch(/violate a documented must\. 1 of 6 scenarios was not put back as found\. In 1 of 6 scenarios/)
})

test('one matrix per property, all with the same creators and observers', () => {
  const matrices = matricesOf(damaged)
  expect(matrices.map((matrix) => matrix.property)).toEqual(['visibility', 'identity', 'name', 'comment', 'time', 'parent'])
  for (const { creators, observers } of matrices)
    expect([creators, observers]).toEqual([
      ['hyperv-wmi', 'scvmm-spf'],
      ['hyperv-wmi', 'scvmm-spf'],
    ])
  expect(matrices.flatMap((matrix) => matrix.cells).reduce((sum, cell) => sum + cell.total, 0)).toBe(damaged.verdicts.length)
})

test('what an unknown maker made has a row only where something was judged of it', () => {
  const verdicts = damaged.verdicts.map((verdict) =>
    verdict.cell.property === 'time' ? { ...verdict, cell: { ...verdict.cell, creator: 'unknown' as const } } : verdict,
  )
  const rows = Object.fromEntries(matricesOf({ ...damaged, verdicts }).map((matrix) => [matrix.property, matrix.creators]))
  expect(rows['time']).toEqual(['hyperv-wmi', 'scvmm-spf', 'unknown'])
  expect(rows['name']).toEqual(['hyperv-wmi', 'scvmm-spf'])
})

test('a cell shows the worst of what was attempted; what was left undone shows in its count', () => {
  const [visibility, identity] = matricesOf(damaged)
  const crossing = { creator: 'hyperv-wmi', observer: 'scvmm-spf' } as const
  expect(visibility?.cells.find((cell) => cell.creator === crossing.creator && cell.observer === crossing.observer)).toMatchObject({
    outcome: 'violates',
    judged: 4,
    total: 5,
  })
  expect(identity?.cells.find((cell) => cell.creator === crossing.creator && cell.observer === crossing.observer)).toMatchObject({
    outcome: 'conforms',
    judged: 3,
    total: 5,
  })
})

test('findings come worst first; answers to open questions are apart', () => {
  expect(findingsOf(damaged).map((finding) => [finding.number, finding.outcome, finding.claim])).toEqual([
    [1, 'violates', 'C-010'],
    [2, 'violates', 'C-012'],
    [3, 'violates', 'C-042'],
    [4, 'violates', 'C-042'],
    [5, 'violates', 'C-052'],
    [6, 'inconclusive', 'C-010'],
    [7, 'inconclusive', 'C-012'],
    [8, 'deviates', 'C-029'],
    [9, 'deviates', 'C-029'],
  ])
  expect(findingsOf(good)).toEqual([])
  expect(answersOf(good).map((answer) => answer.claim)).toEqual(['C-015', 'C-039', 'C-039', 'C-055'])
  expect([1, 26, 27, 28].map(answerLetter)).toEqual(['a', 'z', 'aa', 'ab'])
})

test('invisible characters get a stand-in with a name; nothing else changes', () => {
  expect(visibleText(' a\tb\u{A0}c\u{200B}\u{FEFF}\0\r\n')).toBe('␣a⇥b⍽c⟨ZWSP⟩⟨BOM⟩⟨U+0000⟩␍⏎')
  expect(visiblePieces('u\u{308}')).toEqual([{ text: 'u' }, { text: '\u{25CC}\u{308}', name: 'combining character U+0308' }])
  expect(visibleText('Grüße, 日本 – ok')).toBe('Grüße, 日本 – ok')
})

test('lists differ by whole entries, in order', () => {
  expect(listDifference(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'expected', text: 'b' },
    { kind: 'observed', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'observed', text: 'd' },
  ])
})

test('GUIDs of different things differ as a whole, those in another case character by character', () => {
  const guid = 'E183358A-59F3-471A-9978-3285298C7343'
  const other = '636BCEEE-ED3C-4D7D-8273-2237E68E02BE'
  expect(differenceOf(guid, other)).toEqual([
    { kind: 'expected', text: guid },
    { kind: 'observed', text: other },
  ])
  expect(differenceOf(guid, guid.toLowerCase())[0]).toEqual({ kind: 'expected', text: 'E' })
})

test('a difference holds both texts whole, in order', () => {
  const parts = fc.string({ unit: 'binary', maxLength: 40 })
  fc.assert(
    fc.property(parts, parts, (expected, observed) => {
      const difference = differenceOf(expected, observed)
      const side = (kind: string): string =>
        difference
          .filter((part) => part.kind === 'same' || part.kind === kind)
          .map((part) => part.text)
          .join('')
      expect([side('expected'), side('observed')]).toEqual([expected, observed])
      if (expected === observed) expect(difference.every((part) => part.kind === 'same')).toBe(true)
    }),
    { seed: 1 },
  )
  expect(differenceOf('ticket 4711', 'ticket 471')).toEqual([
    { kind: 'same', text: 'ticket 471' },
    { kind: 'expected', text: '1' },
  ])
})

const drawn = (nodes: readonly TreeNode[]): readonly unknown[] => nodes.map((node) => [node.subject, node.isLoose, drawn(node.children)])

function treeFrom(parents: Readonly<Record<string, string | null>>): readonly unknown[] {
  const view = { checkpoints: Object.keys(parents) } as unknown as ReportView
  return drawn(treeOf(view, (subject) => new Map([['parent', { normalised: parents[subject] ?? null } as ReportObservation]])))
}

test('a tree keeps the order of siblings and loses nothing, whatever the parents say', () => {
  expect(treeFrom({ a: null, b: 'a', c: 'a', d: 'c' })).toEqual([
    [
      'a',
      false,
      [
        ['b', false, []],
        ['c', false, [['d', false, []]]],
      ],
    ],
  ])
  expect(treeFrom({ a: 'gone' })).toEqual([['a', true, []]])
  expect(treeFrom({ a: 'b', b: 'a' })).toEqual([['a', true, [['b', false, []]]]])
})

test('a scenario can be told again by one command with all that its results depend on, an inspected file cannot', () => {
  expect(scenarioCommand(good, { id: 'visibility.several/hyperv-wmi' })).toBe(
    'snapcheck run visibility.several --creator hyperv-wmi --source lab --seed 1',
  )
  const argv = [
    'snapcheck',
    'run',
    'comment',
    'name',
    '--seed',
    '7',
    '--lab-fault',
    'comment-truncated',
    '--claim',
    'C-052',
    '--creator',
    'scvmm-spf',
  ]
  expect(scenarioCommand({ ...good, command: { argv, seed: 7 } }, { id: "comment.it's/hyperv-wmi" })).toBe(
    String.raw`snapcheck run 'comment.it'\''s' --creator hyperv-wmi --seed 7 --lab-fault comment-truncated`,
  )
  expect(scenarioCommand(buildReport(sample({ via: 'file' }).input), { id: 'x' })).toBeNull()
})
