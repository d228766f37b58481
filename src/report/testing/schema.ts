import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

export const schemaFile = join(import.meta.dirname, '..', '..', '..', 'docs', 'schema', 'snapcheck.report-1.schema.json')

/** What the published JSON Schema has against a document; empty where nothing. */
export function schemaErrors(document: unknown): readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, formats: { uuid: /^[0-9a-f-]{36}$/, 'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/ } })
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  validate(document)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
}
