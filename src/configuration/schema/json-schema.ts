import { z } from 'zod'
import { configurationSchema } from './schema.ts'

/** A JSON Schema, as far as the reader of keys and the writer of the file look into it. */
export interface JsonSchemaNode {
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>
  readonly items?: JsonSchemaNode
  readonly additionalProperties?: JsonSchemaNode | boolean
}

/** JSON Schema (2020-12) of a configuration file. */
export function configurationJsonSchema(): JsonSchemaNode {
  const generated = z.toJSONSchema(configurationSchema, { target: 'draft-2020-12', io: 'input' })
  return { $id: 'snapcheck.config-1.schema.json', title: 'snapcheck configuration', ...generated } as JsonSchemaNode
}

/** As it is committed in docs/schema; a test fails when the file differs. */
export function configurationJsonSchemaText(): string {
  return `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`
}
