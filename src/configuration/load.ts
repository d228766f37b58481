import { dirname, resolve } from 'node:path'
import { readDocument } from './document.ts'
import { findConfiguration } from './find.ts'
import { invalid, type FileForm } from './problems.ts'
import { checkReferences } from './references.ts'
import { configurationJsonSchema } from './schema/json-schema.ts'
import { configurationSchema, type SnapcheckConfig } from './schema/schema.ts'
import { refuseSecrets } from './secrets.ts'

const configurationForm: FileForm = {
  noun: 'configuration',
  code: 'SNAPCHECK_CONFIGURATION_INVALID',
  keys: configurationJsonSchema(),
}

/** A configuration that has been checked; empty where there is no file. */
export interface LoadedConfiguration {
  /** Absolute; null where there is none. */
  readonly file: string | null
  readonly content: SnapcheckConfig
  /** Paths in the file are relative to the file. */
  resolve(path: string): string
}

/** @throws SNAPCHECK_CONFIGURATION_MISSING, SNAPCHECK_CONFIGURATION_INVALID, SNAPCHECK_SECRET_IN_CONFIGURATION, SNAPCHECK_FILE_UNREADABLE */
export async function loadConfiguration(from: string, named?: string): Promise<LoadedConfiguration> {
  const file = findConfiguration(from, named)
  if (file === null) return { file, content: {}, resolve: (path) => resolve(from, path) }
  const document = await readDocument(file, configurationForm)
  refuseSecrets(document)
  const checked = configurationSchema.safeParse(document.content)
  if (!checked.success) throw invalid(document, checked.error, configurationForm)
  checkReferences(document, checked.data)
  return { file, content: checked.data, resolve: (path) => resolve(dirname(file), path) }
}
