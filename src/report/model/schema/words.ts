import { z } from 'zod'
import { interfaceIds, origins, vias } from '../../../checkpoint/interface-id.ts'
import { normalisations, type NormalisationId } from '../../../checkpoint/normalise.ts'
import { checkpointProperties, vmProperties } from '../../../checkpoint/reading.ts'
import { outcomeOrder, reasons, type ReasonCode } from '../../../judgement/outcome.ts'
import { cellProperties } from '../../../judgement/verdict.ts'

/** The closed word lists of a report, taken from the places that own them, so that no report knows a word of its own. */
export const interfaceId = z.enum(interfaceIds).describe('One way into one product.')
export const creatorId = z.enum([...interfaceIds, 'unknown']).describe('Who made the checkpoint; unknown where a file does not tell.')
export const via = z.enum(vias).describe('How an observation came.')
export const origin = z
  .enum(origins)
  .describe('Who answered in truth; found out, never configured. Only a positively identified product build is product.')
export const outcome = z.enum(outcomeOrder).describe('What a rule found of a cell.')
export const level = z.enum(['must', 'should', 'info'])
export const basis = z.enum(['documented', 'observed', 'inferred'])
export const mark = z.enum(['documented', 'observed', 'inferred', 'unknown'])
export const cellProperty = z.enum(cellProperties)
export const observedProperty = z.enum([...checkpointProperties, ...vmProperties])
export const normalisation = z.enum(Object.keys(normalisations) as NormalisationId[])
export const reasonCode = z.enum(Object.keys(reasons) as ReasonCode[])
export const readingForm = z.enum(['value', 'null', 'absent', 'truncated-by-depth'])
export const count = z.int().min(0)
export const digest = z
  .string()
  .regex(/^[0-9a-z:-]{16,}$/)
  .describe('SHA-256 over the canonical form of what it names.')
export const digests = z.array(digest).describe('Digests of the exchanges behind it, in their order.')
export const guid = z.string().regex(/^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/)
export const timestamp = z.iso.datetime().describe('RFC 3339, UTC.')

/** Any JSON value; strings are payload, kept to the character. */
export const payload = z.json().meta({ id: 'payload', description: 'Any JSON value, exactly as it was.' })
