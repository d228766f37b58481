import type { Inspection, InspectedFile, InspectedParticipant } from '../inspection/model.ts'
import type { Register } from '../judgement/register.ts'
import { judge, type Rule } from '../judgement/rule.ts'
import { terms } from '../products/terms/terms.ts'
import type { ParticipantInput, ReportInput } from '../report/index.ts'
import { notJudgedClaims, type JudgedMaterial } from './assemble.ts'

/** Judges inspected files by the same rules as a run. Nothing was done, so there is nothing to clean up. */
export function assembleInspection(
  inspection: Inspection,
  { register, rules }: { readonly register: Register; readonly rules: readonly Rule[] },
): JudgedMaterial {
  const scenarios = inspection.stories.map((story) => ({
    title: 'What the files show',
    suite: 'inspect',
    safety: 'reads' as const,
    radius: 'vm' as const,
    claims: [],
    story,
    verdicts: judge(story, rules, register.claims),
    cleanup: { outcome: 'not-needed' as const, leftovers: [], sentence: 'Files were read; nothing was made.' },
  }))
  return {
    register: register.claims,
    scenarios,
    participants: inspection.participants.map((participant) => participantInput(participant, inspection.files)),
    evidence: inspection.files.map((file) => ({
      digest: file.evidenceDigest,
      mediaType: mediaTypeOf(file),
      bytes: file.bytes,
      redactions: 0,
      path: null,
      offset: 0,
    })),
    terminology: terms,
    notJudged: notJudgedClaims(
      register,
      scenarios.flatMap(({ verdicts }) => verdicts),
      new Set(),
    ),
    problems: problemsOf(inspection),
  }
}

function participantInput(
  { role: _role, files: paths, ...participant }: InspectedParticipant,
  files: readonly InspectedFile[],
): ParticipantInput {
  return { ...participant, via: 'file', provenance: files.filter(({ path }) => paths.includes(path)).map(provenanceOf) }
}

function provenanceOf({ path, evidenceDigest, provenance }: InspectedFile): NonNullable<ParticipantInput['provenance']>[number] {
  return {
    file: path.split(/[\\/]/).at(-1)!,
    digest: evidenceDigest,
    statement:
      provenance === null
        ? 'No provenance.json beside the file: where it comes from is only what it says itself.'
        : `${provenance.file.what} (${provenance.source})`,
    statedTime: provenance?.file.recorded ?? null,
    licence: provenance?.licence.spdx ?? null,
  }
}

function mediaTypeOf({ kind }: InspectedFile): string {
  return kind.endsWith('json') ? 'application/json' : 'application/xml'
}

function problemsOf({ problems }: Inspection): ReportInput['problems'] {
  return problems.map(({ path, error }) => ({
    code: error.code,
    sentence: error.message,
    scenario: null,
    place: error.place ?? path,
    next: error.next ?? null,
  }))
}
