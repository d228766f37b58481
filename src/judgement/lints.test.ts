import { describe, expect, it } from 'vitest'
import type { Claim } from './claim.ts'
import { lintRegister, type LintInput } from './lints.ts'
import { rules } from './rules/index.ts'
import { register } from './testing/register.ts'

const judged = new Set(rules.map((rule) => rule.claim))
const claim: Claim = {
  id: 'C-001',
  topic: 't',
  statement: 's',
  level: 'should',
  basis: 'documented',
  interfaces: ['hyperv-wmi'],
  appliesTo: [{ product: 'hyper-v' }],
  versions: 'all',
  source: { title: 't', ref: 'r' },
  check: 'c',
  seedArticle: false,
}

function lint(change: Partial<Claim>, more: Partial<LintInput> & { unjudged?: readonly string[] } = {}): readonly string[] {
  const one = { ...claim, ...change }
  const unjudged = new Map((more.unjudged ?? []).map((id) => [id, { code: 'needs-cluster', sentence: 'why' } as const]))
  const input = { judged: new Set([one.id]), scenarios: [], ...more, register: { claims: new Map([[one.id, one]]), unjudged } }
  return lintRegister(input).map(({ lint: id, subject, severity }) => `${severity} ${id} ${subject}`)
}

describe('lints of the register', () => {
  it('find no error in ours', () => {
    expect(lintRegister({ register, judged, scenarios: [] }).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('note where the level of ours contradicts what semantics.md leaves open, and which claims have no source', () => {
    const notes = lintRegister({ register, judged, scenarios: [] }).map(({ lint: id, subject }) => `${id} ${subject}`)
    expect(notes).toEqual([
      'open-is-info C-078',
      'open-is-info C-080',
      'open-is-info C-084',
      ...['C-055', 'C-060', 'C-066', 'C-069', 'C-107', 'C-117'].map((id) => `source-given ${id}`),
    ])
  })

  it.each([
    ['a clean claim', {}, {}, []],
    ['an inferred must', { level: 'must', basis: 'inferred' }, {}, ['error must-documented C-001']],
    ['a must without a source', { level: 'must', source: { title: 'none found', ref: 'unknown' } }, {}, ['error source-given C-001']],
    ['an open question that requires', { id: 'C-015', level: 'must' }, {}, ['note open-is-info C-015']],
    ['a claim that nobody judges or excuses', {}, { judged: new Set<string>() }, ['error judged-or-reasoned C-001']],
    ['a claim that is excused', {}, { judged: new Set<string>(), unjudged: ['C-001'] }, []],
    ['an excuse for a judged claim', {}, { unjudged: ['C-001'] }, ['error reason-outdated C-001']],
    ['a rule for nothing', {}, { judged: new Set(['C-001', 'C-777']) }, ['error rule-claimed C-777']],
    ['a scenario for nothing', {}, { scenarios: [{ id: 's', claims: [] }] }, ['error scenario-claimed s']],
    ['a scenario for an unknown claim', {}, { scenarios: [{ id: 's', claims: ['C-777'] }] }, ['error scenario-claimed s']],
    [
      'a scenario for an unjudged claim',
      {},
      { judged: new Set<string>(), unjudged: ['C-001'], scenarios: [{ id: 's', claims: ['C-001'] }] },
      ['error scenario-claimed s'],
    ],
  ] satisfies readonly (readonly [string, Partial<Claim>, Parameters<typeof lint>[1], readonly string[]])[])(
    'see %s',
    (_what, change, more, expected) => {
      expect(lint(change, more)).toEqual(expected)
    },
  )
})
