import { z } from 'zod'
import { reportSchema } from './report.ts'

/** The published JSON Schema (2020-12) of the document, with room for extensions under `x-`. */
function reportJsonSchema(): Readonly<Record<string, unknown>> {
  const generated = z.toJSONSchema(reportSchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { '^x-': {} }
    },
  })
  return { $id: 'snapcheck.report-1.schema.json', ...generated }
}

/** As it is committed in docs/schema; a test fails when the file differs. */
export function reportJsonSchemaText(): string {
  return `${JSON.stringify(reportJsonSchema(), null, 2)}\n`
}
