import { z } from 'zod'
import { interfaceIds } from '../checkpoint/interface-id.ts'
import { SnapcheckError } from '../foundation/errors.ts'
import type { Claim } from './claim.ts'
import { unjudgedReasons, type UnjudgedReason } from './unjudged.ts'

/** The claims, and why those are not judged that no rule judges. */
export interface Register {
  readonly claims: ReadonlyMap<string, Claim>
  readonly unjudged: ReadonlyMap<string, UnjudgedReason>
}

/** One file of `suites/claims`, already read. */
export interface RegisterFile {
  readonly name: string
  readonly json: unknown
}

const places = [
  ...interfaceIds,
  'hyperv-manager',
  'scvmm-console',
  'failover-cluster',
  'hyperv-replica',
  'hyperv-eventlog',
  'scom',
] as const
const claimId = z.string().regex(/^[CR]-\d{3}$/u)
const words = z.string().min(1)

const claim = z.strictObject({
  id: claimId,
  statement: words,
  level: z.enum(['must', 'should', 'info']),
  basis: z.enum(['documented', 'observed', 'inferred']),
  interfaces: z.array(z.enum(places)).min(1),
  appliesTo: z
    .array(z.strictObject({ product: z.enum(['hyper-v', 'scvmm', 'spf', 'windows-client']), from: words.optional(), to: words.optional() }))
    .min(1),
  versions: words,
  source: z.looseObject({ title: words, ref: words }),
  check: words,
  seedArticle: z.boolean(),
  provisional: z.boolean().optional(),
  knownDifference: z.boolean().optional(),
  automation: words.optional(),
  note: words.optional(),
})

const claimFile = z.strictObject({ topic: words, claims: z.array(claim).min(1) })

const unjudgedCodes = Object.keys(unjudgedReasons) as [keyof typeof unjudgedReasons]
const unjudgedFile = z.strictObject({
  unjudged: z.array(z.strictObject({ claim: claimId, reason: z.strictObject({ code: z.enum(unjudgedCodes), sentence: words }) })),
})

/** @throws SNAPCHECK_REGISTER_MALFORMED for a file of another shape, a claim told twice, or a reason for a claim that is not there. */
export function parseRegister(files: readonly RegisterFile[]): Register {
  const claims = new Map<string, Claim>()
  const reasons = new Map<string, UnjudgedReason>()
  for (const file of files.filter(({ name }) => !isUnjudged(name))) {
    const { topic, claims: some } = parsed(claimFile, file)
    for (const one of some) put(claims, one.id, { ...withoutUndefined(one), topic }, file.name)
  }
  for (const file of files.filter(({ name }) => isUnjudged(name))) {
    for (const { claim: id, reason } of parsed(unjudgedFile, file).unjudged) {
      if (!claims.has(id)) throw malformed(file.name, `gives a reason for ${id}, which is no claim of the register`, id)
      put(reasons, id, reason, file.name)
    }
  }
  return { claims: new Map([...claims].toSorted(([a], [b]) => (a < b ? -1 : 1))), unjudged: reasons }
}

function isUnjudged(name: string): boolean {
  return name.endsWith('unjudged.json')
}

function parsed<Shape>(schema: z.ZodType<Shape>, { name, json }: RegisterFile): Shape {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw malformed(name, issue?.message ?? 'has another shape', issue?.path.join('.') ?? '')
}

function put<Value>(map: Map<string, Value>, id: string, value: Value, file: string): void {
  if (map.has(id)) throw malformed(file, `tells ${id} a second time`, id)
  map.set(id, value)
}

function malformed(file: string, what: string, place: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_REGISTER_MALFORMED', `The register of claims cannot be used: ${file} ${what}.`, {
    place: place === '' ? file : `${file}, ${place}`,
    observed: what,
    expected: '{ topic, claims: [...] } or, in unjudged.json, { unjudged: [...] }',
    next: 'Compare the file with another one in suites/claims; CONTRIBUTING.md shows how to add a claim.',
  })
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> }

function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>
}
