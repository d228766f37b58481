import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { SnapcheckError } from '../foundation/errors.ts'

const text = z.string().min(1)

const fileSchema = z.strictObject({
  name: text,
  originalPath: text,
  commit: text,
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A day or an instant in UTC, as exactly as it is known. */
  recorded: z.string().regex(/^\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\dZ)?)?$/),
  what: text,
  /** Only what the file itself states; empty where it states no build. */
  products: z.array(
    z.strictObject({ role: z.enum(['vmm-server', 'hyperv-host']), product: text, version: text, build: text, readFrom: text }),
  ),
})

const provenanceSchema = z.strictObject({
  schema: z.literal('snapcheck.provenance/1'),
  name: text,
  sourceKind: z.enum(['third-party', 'live', 'lab']),
  source: text,
  /** Null where the files come from several commits. */
  commit: text.nullable(),
  licence: z.strictObject({ spdx: text, holder: text, file: text, basis: text }),
  producedBy: text,
  /** What whoever published it replaced. */
  redacted: z.array(text),
  /** `placeholders-per-run`: GUIDs were replaced, and equal ones mean the same thing within one recording run only. */
  identities: z.enum(['as-recorded', 'placeholders-per-run']),
  files: z.array(fileSchema).min(1),
})

/** The machine-readable origin of the recordings in one folder. */
export type Provenance = z.infer<typeof provenanceSchema>

/** That of one file: what the folder's files share, and what is its own. */
export type FileProvenance = Omit<Provenance, 'files' | 'schema'> & { readonly file: Provenance['files'][number] }

/** @throws SNAPCHECK_FILE_MALFORMED where `provenance.json` in the folder is not complete; null where there is none. */
export function readProvenance(folder: string): Provenance | null {
  const path = join(folder, 'provenance.json')
  if (!existsSync(path)) return null
  const parsed = provenanceSchema.safeParse(jsonOf(path))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw incomplete(path, `${issue?.path.join('.')}: ${issue?.message}`)
}

/** A `provenance.json` that is somebody else's, in a folder of other files, says nothing about them. */
export function provenanceOf(path: string): FileProvenance | null {
  const provenance = readProvenance(dirname(path))
  const file = provenance?.files.find(({ name }) => name === basename(path))
  if (provenance === null || file === undefined) return null
  const { files: _files, schema: _schema, ...shared } = provenance
  return { ...shared, file }
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw incomplete(path, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function incomplete(path: string, observed: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FILE_MALFORMED', `${path} is no complete provenance.`, {
    place: path,
    observed,
    expected: 'snapcheck.provenance/1 (fixtures/README.md)',
    next: 'Complete it, or move the file to a folder of its own.',
    cause,
  })
}
