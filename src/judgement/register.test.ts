import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../foundation/json.ts'
import type { Claim } from './claim.ts'
import { parseRegister } from './register.ts'
import { register, registerFiles } from './testing/register.ts'

/** sha256 over statement, level, basis and source of each claim, taken from the reference when the register was made. */
const digests = JSON.parse(readFileSync(join(import.meta.dirname, 'testing/claim-digests.json'), 'utf8')) as Readonly<
  Record<string, string>
>

function digestOf({ statement, level, basis, source }: Claim): string {
  return createHash('sha256')
    .update(canonicalJson({ statement, level, basis, source } as Json))
    .digest('hex')
}

const sample = {
  id: 'C-001',
  statement: 's',
  level: 'must',
  basis: 'documented',
  interfaces: ['hyperv-wmi'],
  appliesTo: [{ product: 'hyper-v' }],
  versions: 'all',
  source: { title: 't', ref: 'r' },
  check: 'c',
  seedArticle: false,
}
const file = (...claims: readonly object[]): { name: string; json: unknown } => ({ name: 'topic.json', json: { topic: 'topic', claims } })
const unjudged = (claim: string, code = 'needs-cluster'): { name: string; json: unknown } => ({
  name: 'unjudged.json',
  json: { unjudged: [{ claim, reason: { code, sentence: 'why' } }] },
})

describe('the register', () => {
  it('holds the 122 claims of the reference, statement, level, basis and source unaltered', () => {
    const claims = [...register.claims.values()].filter(({ id }) => id.startsWith('C-'))
    expect(claims).toHaveLength(122)
    expect(Object.fromEntries(claims.map((claim) => [claim.id, digestOf(claim)]))).toEqual(digests)
  })

  it('holds what the recordings show beside them, as observed and never as a must', () => {
    const own = [...register.claims.values()].filter(({ id }) => id.startsWith('R-'))
    expect(own.map(({ id }) => id)).toEqual(Array.from({ length: own.length }, (_, index) => `R-00${index + 1}`))
    for (const { basis, level, source } of own) {
      expect(basis).toBe('observed')
      expect(level).not.toBe('must')
      expect(source.ref).toMatch(/^fixtures\/recordings\/.*\/PROVENANCE\.md$/)
    }
  })

  it('gives every claim its topic from the file that holds it', () => {
    for (const { name, json } of registerFiles)
      if (name !== 'unjudged.json') expect((json as { topic: string }).topic).toBe(name.replace('.json', ''))
    expect(register.claims.get('C-070')?.topic).toBe('visibility')
  })

  it('bounds releases only where the words beside them do', () => {
    for (const { versions, appliesTo } of register.claims.values())
      if (versions === 'all') expect(appliesTo.every(({ from, to }) => from === undefined && to === undefined)).toBe(true)
    expect(register.claims.get('C-062')?.appliesTo).toEqual([{ product: 'scvmm', from: '2008', to: '2012' }])
    expect(register.claims.get('C-046')?.appliesTo).toEqual([
      { product: 'hyper-v', from: '2016' },
      { product: 'scvmm', from: '2016' },
    ])
  })

  it.each([
    ['a level of its own', [file({ ...sample, level: 'may' })], /topic\.json, claims\.0\.level/],
    ['an unknown field', [file({ ...sample, colour: 'red' })], /topic\.json, claims\.0/],
    ['a claim told twice', [file(sample, sample)], /topic\.json, C-001/],
    ['a source without a ref', [file({ ...sample, source: { title: 't' } })], /claims\.0\.source\.ref/],
    ['a reason for no claim', [file(sample), unjudged('C-999')], /unjudged\.json, C-999/],
    ['an unknown reason', [file(sample), unjudged('C-001', 'no-time')], /unjudged\.json, unjudged\.0\.reason\.code/],
    ['no claims at all', [file()], /topic\.json, claims/],
  ])('refuses %s and says where', (_what, files, place) => {
    expect(() => parseRegister(files)).toThrowError(
      expect.objectContaining({ code: 'SNAPCHECK_REGISTER_MALFORMED', place: expect.stringMatching(place) }),
    )
  })

  it('does not mind the order of its files', () => {
    expect([...parseRegister(registerFiles.toReversed()).claims.keys()]).toEqual([...register.claims.keys()])
  })
})
