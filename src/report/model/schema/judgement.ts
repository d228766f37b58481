import { z } from 'zod'
import { waivableOutcomes } from '../../../judgement/waiver.ts'
import {
  basis,
  cellProperty,
  count,
  creatorId,
  digest,
  guid,
  interfaceId,
  level,
  mark,
  origin,
  outcome,
  payload,
  reasonCode,
  via,
} from './words.ts'

const reason = z.strictObject({ code: reasonCode, sentence: z.string() })

export const verdict = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  claim: z.string(),
  outcome,
  cell: z.strictObject({ creator: creatorId, observer: interfaceId, property: cellProperty }),
  vm: guid,
  checkpoint: guid.nullable(),
  expected: payload,
  actual: payload,
  reason: reason.optional(),
  finding: z.string().optional().describe('The recorded answer to an open question.'),
  waiver: z.string().optional().describe('The id of the waiver because of which it does not count for the conclusion.'),
  rests: z.array(z.string()).describe('Ids of the observations, acts and views that it rests on.'),
  origin: origin.describe('The least of the origins that it rests on: a simulator anywhere makes it simulator.'),
  via: z.array(via),
})

const outcomeCounts = z.strictObject({
  conforms: count,
  deviates: count,
  violates: count,
  unsupported: count,
  inconclusive: count,
  error: count,
  'not-run': count,
})

export const claim = z.strictObject({
  id: z.string(),
  topic: z.string(),
  level,
  basis,
  statement: z.string(),
  appliesTo: z.array(
    z.strictObject({
      product: z.enum(['hyper-v', 'scvmm', 'spf', 'windows-client']),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  versions: z.string(),
  source: z.record(z.string(), payload).describe('title and ref, and what else the register says of the source.'),
  knownDifference: z.boolean(),
  scenarios: z.array(z.string()),
  outcomes: outcomeCounts.describe('Its verdicts, counted.'),
})

const conclusion = z.enum(['acceptable', 'non-conforming', 'could-not-judge', 'not-assessed'])

export const summary = z.strictObject({
  conclusion,
  exitCode: z.literal([0, 1, 3, 130]),
  interrupted: z.boolean(),
  outcomes: outcomeCounts.describe('All verdicts, counted.'),
  waived: z
    .strictObject({ violates: count, error: count, inconclusive: count })
    .describe('Those of them that do not count for the conclusion because somebody waived them.'),
  counts: z.array(z.strictObject({ observer: interfaceId, level, outcome, count })),
  coverage: z.strictObject({
    cells: count.describe('Distinct creator, observer and property.'),
    judged: count.describe('Cells with at least one verdict that conforms, deviates or violates.'),
    notJudged: z
      .array(z.strictObject({ outcome, reason: reasonCode.nullable(), verdicts: count, cells: count }))
      .describe('Verdicts that judge nothing, by reason, and the cells that have no other ones.'),
    claims: z.array(z.strictObject({ level, total: count, judged: count })),
  }),
})

export const waiver = z
  .strictObject({
    id: z.string(),
    claim: z.string(),
    outcome: z.enum(waivableOutcomes),
    creator: creatorId.nullable(),
    observer: interfaceId.nullable(),
    property: cellProperty.nullable(),
    scenario: z.string().nullable(),
    reason: z.string(),
    by: z.string(),
    until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    verdicts: count.describe('How many it excuses here; a waiver that excuses nothing may be out of date.'),
  })
  .describe('Null means any.')

export const notJudged = z.strictObject({
  claim: z.string(),
  level,
  statement: z.string(),
  code: z.string().regex(/^[a-z0-9-]+$/),
  sentence: z.string(),
})

const usage = {
  words: z.array(z.string()).describe('Empty where there is no word for the concept, or none is known.'),
  forms: z
    .array(z.strictObject({ kind: z.string(), text: z.string(), since: z.string().optional(), until: z.string().optional() }))
    .describe('The words with their sort (cmdlet, property, ui …) and the releases that have them; ≤ before one says "at least by".'),
  source: z.string(),
  mark,
  note: z.string().optional(),
}

export const term = z.strictObject({
  concept: z.string(),
  definition: z.string(),
  cells: z.array(
    z.strictObject({
      interface: interfaceId,
      ...usage,
      standing: z
        .enum(['confirmed', 'modelled', 'unconfirmed'])
        .describe('confirmed by a product, modelled by the simulator, or taken from its source alone.'),
      confirmedBy: z
        .array(z.strictObject({ claim: z.string(), verdicts: count }))
        .describe('Claims whose conforming verdicts of this observer show the words, and how many there are.'),
    }),
  ),
  windows: z
    .array(z.strictObject({ window: z.enum(['hyperv-manager', 'scvmm-console']), ...usage }))
    .describe('What a person reads in a window; only a person can confirm it.'),
  falseFriends: z
    .array(z.strictObject({ text: z.string(), means: z.string(), source: z.string(), mark }))
    .describe('Words that look like the concept and mean something else.'),
})

export const evidence = z.strictObject({
  digest,
  mediaType: z.string(),
  bytes: count,
  redactions: count.describe('Places where something was taken out before it was stored.'),
  path: z
    .string()
    .nullable()
    .describe('The transcript below the report that holds it; null where the digest names a file that was given and is not copied.'),
  offset: count.describe('Bytes of that transcript before it.'),
})

export const problem = z.strictObject({
  id: z.string(),
  code: z.string(),
  sentence: z.string(),
  scenario: z.string().nullable(),
  place: z.string().nullable(),
  next: z.string().nullable(),
})
