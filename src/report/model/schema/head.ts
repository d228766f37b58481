import { z } from 'zod'
import { count, digest, interfaceId, origin, timestamp, via } from './words.ts'

export const harness = z.strictObject({
  name: z.literal('snapcheck'),
  version: z.string(),
  runtime: z.string().describe('For example "node 24.21.0".'),
  platform: z.string().describe('For example "linux-x64".'),
})

export const command = z.strictObject({
  argv: z
    .array(z.string())
    .describe(
      'The command that gives these results again, redacted; without options that change no result (output folder, order, workers).',
    ),
  seed: z.int().nullable().describe('Null where nothing was derived from a seed.'),
})

const sourceKind = z
  .enum(['lab', 'live', 'recorded', 'file'])
  .describe('Where snapcheck was told to connect or read; says nothing about who answered.')

export const source = z.strictObject({
  kind: sourceKind,
  via: z.array(z.strictObject({ via, observations: count })),
  origin: z.array(z.strictObject({ origin, observations: count })),
})

/** Where an inspected or replayed file came from, as its own provenance record says. */
const provenance = z.strictObject({
  file: z.string().describe('Name without folders.'),
  digest,
  statement: z.string().describe('Who made it, when, with what; in one sentence.'),
  statedTime: z.string().nullable().describe('The time that the file itself states, as it stands there.'),
  licence: z.string().nullable(),
})

export const participant = z.strictObject({
  id: z.string(),
  interface: interfaceId,
  product: z.string(),
  version: z.string().nullable(),
  build: z.string().nullable(),
  identifiedBy: z.string().describe('What was read to establish product and build.'),
  origin,
  via,
  provenance: z.array(provenance),
})

export const wallTime = z
  .strictObject({
    reportId: z.uuid(),
    runId: z.uuid(),
    createdAt: timestamp,
    startedAt: timestamp,
    durationMs: count,
    argv: z.array(z.string()).describe('The whole command line as it was typed, redacted.'),
    scenarios: z.array(z.strictObject({ id: z.string(), durationMs: count })),
  })
  .describe('Everything that differs between two equal runs; without it they are identical to the byte.')
