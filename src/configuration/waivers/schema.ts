import { z } from 'zod'
import { cellProperties } from '../../checkpoint/cell-property.ts'
import { interfaceIds } from '../../checkpoint/interface-id.ts'
import { waivableOutcomes } from '../../judgement/waiver.ts'
import type { JsonSchemaNode } from '../schema/json-schema.ts'

const words = z.string().trim().min(1, 'is empty')

const waiver = z.strictObject({
  claim: z
    .string()
    .regex(/^[CR]-\d{3}$/, 'is no claim such as C-056')
    .describe('The claim whose outcome is excused.'),
  outcome: z.enum(waivableOutcomes).default('violates').describe('The outcome that is excused. Left out: violates.'),
  creator: z
    .enum([...interfaceIds, 'unknown'])
    .optional()
    .describe('Only what this interface made. Left out: whoever made it.'),
  observer: z.enum(interfaceIds).optional().describe('Only what this interface shows. Left out: whoever looks.'),
  property: z.enum(cellProperties).optional().describe('Only this property.'),
  scenario: words.optional().describe('Only in this scenario, by its id.'),
  reason: words.describe('Why it does not count; every report repeats it.'),
  by: words.describe('Who answers for it.'),
  until: z.iso
    .date('is no day such as 2027-03-31')
    .describe('The last day on which it counts, in UTC; after it, runs are refused until it is renewed or removed.'),
})

/** A file of waivers; the published JSON Schema is made from it. */
export const waiversSchema = z.strictObject({ waivers: z.array(waiver) })

export function waiversJsonSchema(): JsonSchemaNode {
  const generated = z.toJSONSchema(waiversSchema, { target: 'draft-2020-12', io: 'input' })
  return { $id: 'snapcheck.waivers-1.schema.json', title: 'snapcheck waivers', ...generated } as JsonSchemaNode
}

/** As it is committed in docs/schema; a test fails when the file differs. */
export function waiversJsonSchemaText(): string {
  return `${JSON.stringify(waiversJsonSchema(), null, 2)}\n`
}
