import { z } from 'zod'
import { origins } from '../../../checkpoint/interface-id.ts'
import { command, harness, participant, source, wallTime } from './head.ts'
import { claim, evidence, notJudged, problem, summary, term, verdict, waiver } from './judgement.ts'
import { observation, scenario } from './story.ts'

export const reportFormat = 'snapcheck.report/1'
export const formatVersion = '1.0'

/** The one source of truth for the document: its types are inferred from it and its JSON Schema is generated from it. */
export const reportSchema = z
  .strictObject({
    format: z.literal(reportFormat),
    formatVersion: z.string().regex(/^1\.\d+$/),
    origin: z.enum([...origins, 'mixed']).describe('The origins of everything in it in one word.'),
    harness,
    command,
    source,
    summary,
    participants: z.array(participant),
    claims: z.array(claim),
    scenarios: z.array(scenario),
    verdicts: z.array(verdict),
    waivers: z.array(waiver).describe('What somebody excused; outcomes stay as they are.'),
    notJudged: z.array(notJudged),
    problems: z.array(problem),
    terminology: z.array(term),
    observations: z.array(observation),
    evidence: z.array(evidence),
    wallTime,
  })
  .meta({
    title: reportFormat,
    description: 'What snapcheck saw and how it judged it. Arrays are sorted by id, steps by time. Readers ignore keys that begin with x-.',
  })
