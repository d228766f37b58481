import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SnapcheckError } from '../foundation/errors.ts'
import { evidenceFolder } from '../harness/assemble.ts'
import { digestOf } from '../recording/canonical.ts'
import { readExchange } from '../recording/transcript/read.ts'
import type { EvidenceReader, Report } from '../report/index.ts'

/** Where the transcripts of a run lie until its report is written, so that an earlier report there keeps its own. */
export interface Spool {
  readonly folder: string
  /** Puts them where the report names them. */
  settle(): void
  /** Where no report will be written. */
  discard(): void
}

/**
 * Made before anything is told: a report that could not be written should not cost a run on somebody's servers.
 * @throws SNAPCHECK_OUTPUT_UNWRITABLE
 */
export function evidenceSpool(directory: string): Spool {
  const folder = resolve(directory, `${evidenceFolder}.part`)
  const place = resolve(directory, evidenceFolder)
  const discard = (): void => rmSync(folder, { recursive: true, force: true })
  writing(folder, () => {
    discard()
    mkdirSync(folder, { recursive: true })
  })
  return {
    folder,
    settle: () =>
      writing(place, () => {
        rmSync(place, { recursive: true, force: true })
        renameSync(folder, place)
      }),
    discard,
  }
}

/** Reads the exchanges of a report from beside it. */
export function evidenceBeside(directory: string, { evidence }: Report): EvidenceReader {
  const entries = new Map(evidence.map((entry) => [entry.digest, entry]))
  return (digest) => {
    const entry = entries.get(digest)
    return entry === undefined || entry.path === null ? undefined : readExchange({ ...entry, path: join(directory, entry.path) })
  }
}

/**
 * Copies the transcripts of a report, every exchange of which is held against its digest before.
 * @throws SNAPCHECK_EVIDENCE_MISSING, SNAPCHECK_EVIDENCE_ALTERED, SNAPCHECK_OUTPUT_UNWRITABLE
 */
export function copyEvidence(report: Report, from: string, to: string): void {
  const read = evidenceBeside(from, report)
  for (const { digest, path } of report.evidence) if (path !== null) assertUnaltered(digest, read(digest), join(from, path))
  if (resolve(from) === resolve(to)) return
  const paths = new Set(report.evidence.flatMap(({ path }) => path ?? []))
  for (const path of paths) writing(join(to, path), () => cpSync(join(from, path), join(to, path)))
}

function assertUnaltered(digest: string, text: string | undefined, place: string): void {
  if (text === undefined) {
    throw new SnapcheckError('SNAPCHECK_EVIDENCE_MISSING', 'A report names evidence that is not at hand.', {
      place,
      observed: existsSync(place) ? 'a file that ends before it' : 'no such file',
      expected: digest,
      next: `Keep the folder ${evidenceFolder} beside report.json.`,
    })
  }
  const found = digestOf(text)
  if (found === digest) return
  throw new SnapcheckError('SNAPCHECK_EVIDENCE_ALTERED', 'Evidence is not what it was when the report was written.', {
    place,
    observed: found,
    expected: digest,
    next: 'Take report.json and its folder from where the run wrote them.',
  })
}

function writing(place: string, work: () => void): void {
  try {
    work()
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_OUTPUT_UNWRITABLE', 'The evidence of a report could not be written.', {
      place,
      observed: cause instanceof Error ? cause.message : String(cause),
      next: 'Name a folder that can be written with --output.',
      cause,
    })
  }
}
