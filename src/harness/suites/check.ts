import { inspect } from 'node:util'
import { z } from 'zod'
import { interfaceIds } from '../../checkpoint/interface-id.ts'
import { complaint, shown } from '../../configuration/problems.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { nearest } from '../../foundation/nearest.ts'
import { operations } from '../../interfaces/port.ts'
import { blastRadii, profiles, safeties, vmNeeds, type ScenarioDefinition, type VmNeed } from '../definition.ts'
import type { Declaration } from './load.ts'

/** Names files of the journal too: nothing that NTFS refuses, no name that Windows reserves. */
const idForm = /^(?!(con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/

/** One line that says something, in characters that every writer of reports can carry. */
const titleForm = /^(?=.*\S)\P{Cc}+$/u

/** What a scenario may say of itself. TypeScript says it while it is written, this says it of plain JavaScript. */
function scenarioSchema(claims: readonly string[]) {
  return z.strictObject({
    id: z
      .string()
      .max(80)
      .regex(idForm, 'is no id such as patching.before-reboot: lower-case words, digits and hyphens, joined by at least one dot'),
    title: z.string().max(200).regex(titleForm, 'is no title: one line that says what holds'),
    claims: z.array(z.enum(claims)),
    needs: z.array(z.enum(operations)),
    safety: z.enum(safeties),
    radius: z.enum(blastRadii),
    profile: z.enum(profiles),
    vm: z.enum(Object.keys(vmNeeds) as VmNeed[]),
    creators: z.array(z.enum(interfaceIds)).min(1).optional(),
    body: z.custom((value) => typeof value === 'function', 'is no function'),
  } satisfies Record<keyof ScenarioDefinition | 'body', z.ZodType>)
}

/** A checker of definitions. @param claims the ids of the register. */
export function definitionCheck(claims: readonly string[]): (declaration: Declaration) => void {
  const schema = scenarioSchema(claims)
  return ({ scenario: { definition, body }, place }) => {
    const given = { ...definition, body }
    const { error } = schema.safeParse(given)
    if (error === undefined) return
    throw invalid(flawOf(error.issues[0]!, given, Object.keys(schema.shape)), `${place}, scenario ${definition.id ?? 'without id'}`)
  }
}

/** What is wrong, in the words of a message. */
interface Flaw {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly what: string
  /** What could stand there; empty where that is no list. */
  readonly among: readonly string[]
}

function flawOf(issue: z.core.$ZodIssue, given: object, keys: readonly string[]): Flaw {
  if (issue.code === 'unrecognized_keys') {
    return { path: [issue.keys[0]!], value: issue.keys[0], what: 'is nothing that a scenario has', among: keys }
  }
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  const value = path.reduce<unknown>((around, part) => Reflect.get(Object(around), part), given)
  return issue.code === 'invalid_value' && value !== undefined
    ? { path, value, what: 'is not known', among: issue.values.map(String) }
    : { path, value, what: complaint(issue, value), among: [] }
}

function invalid({ path, value, what, among }: Flaw, place: string): SnapcheckError {
  const near = typeof value === 'string' ? nearest(value, among) : undefined
  const lookUp = path[0] === 'claims' ? 'snapcheck list --claims' : 'snapcheck explain SNAPCHECK_SCENARIO_INVALID'
  return new SnapcheckError('SNAPCHECK_SCENARIO_INVALID', `${shown(path)} ${what}.`, {
    place,
    observed: value === undefined ? 'nothing' : inspect(value, { breakLength: Infinity }).slice(0, 120),
    ...(among.length === 0 ? {} : { expected: among.length > 20 ? `one of ${among.length}, such as ${among[0]}` : among.join(', ') }),
    next: near === undefined ? lookUp : `Did you mean ${near}?`,
  })
}
