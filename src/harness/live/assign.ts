import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Json } from '../../foundation/json.ts'
import { vmNeeds, type Safety, type Scenario, type ScenarioDefinition } from '../definition.ts'
import { opens } from '../guard.ts'
import { creatorsOf } from '../select.ts'
import { interfacesOf, type VmTarget } from './target.ts'

/** One telling of a scenario on one VM. Plain data. */
export interface Assignment {
  readonly key: string
  readonly scenario: string
  readonly creator: InterfaceId
  /** Index among the targets. */
  readonly target: number
}

export const notRunCodes = {
  'not-allowed': 'It does more than --allow opens.',
  'no-disposable-vm': 'No VM is listed as disposable.',
  'vm-state': 'No disposable VM is what it needs.',
  'not-declared-test': 'It reaches beyond one VM, and the host or VMM server is not declared as test.',
  'no-interface': 'No configured endpoint offers the creating interface.',
} as const
export type NotRunCode = keyof typeof notRunCodes

/** A scenario that is not told, and why; `creator` null where it is told through none. */
export interface NotRun {
  readonly scenario: string
  readonly creator: InterfaceId | null
  readonly claims: readonly string[]
  readonly code: NotRunCode
  readonly sentence: string
}

export interface Assigned {
  readonly assignments: readonly Assignment[]
  readonly notRun: readonly NotRun[]
}

export interface AssignOptions {
  /** Those that the selection leaves. */
  readonly scenarios: readonly Scenario[]
  readonly creators: readonly InterfaceId[]
  readonly targets: readonly VmTarget[]
  /** For each target, as `surveyStates` read it. */
  readonly states: readonly Json[]
  readonly allow: Safety
}

/**
 * Says on which VM each scenario is told: reading ones on every VM, changing ones on one disposable VM that is what they
 * need. Depends on nothing but the scenario's id and the configuration, so that order and workers change nothing.
 */
export function assign(options: AssignOptions): Assigned {
  const all = options.scenarios.map(({ definition }) => assignOne(definition, options))
  return { assignments: all.flatMap(({ assignments }) => assignments), notRun: all.flatMap(({ notRun }) => notRun) }
}

function assignOne(definition: ScenarioDefinition, options: AssignOptions): Assigned {
  const { safety } = definition
  if (!opens(options.allow, safety)) {
    return none(
      definition,
      'not-allowed',
      `It ${safety === 'writes' ? 'writes' : safety}, and --allow ${options.allow} does not open that.`,
    )
  }
  return safety === 'writes' || safety === 'disrupts' ? onDisposable(definition, options) : onEvery(definition, options)
}

/** Who reads creates nothing: one telling for each VM, whichever interface is named as creator. */
function onEvery(definition: ScenarioDefinition, { targets, creators }: AssignOptions): Assigned {
  const assignments = targets.flatMap((target, index) => {
    const creator = interfacesOf(target).find((id) => creators.includes(id))
    return creator === undefined
      ? []
      : [{ key: `${definition.id}/${creator}/${target.vm}`, scenario: definition.id, creator, target: index }]
  })
  return assignments.length > 0
    ? { assignments, notRun: [] }
    : none(definition, 'no-interface', 'No configured VM is reached through the selected interfaces.')
}

function onDisposable(definition: ScenarioDefinition, { targets, states, creators }: AssignOptions): Assigned {
  const disposable = targets.flatMap((target, index) => (target.disposable ? [{ target, index, state: states[index] ?? null }] : []))
  if (disposable.length === 0) return none(definition, 'no-disposable-vm', 'The configuration lists no VM with disposable: true.')
  const need = vmNeeds[definition.vm]
  const fitting = disposable.filter(({ target, state }) => state === need.state && hasTrait(target, definition.vm))
  if (fitting.length === 0) {
    const found = disposable.map(({ target, state }) => `${target.vm} is ${typeof state === 'string' ? state : 'not shown'}`).join(', ')
    return none(definition, 'vm-state', `It needs ${need.title}: ${found}.`)
  }
  const declared = fitting.filter(({ target }) => reachIsDeclared(definition, target))
  if (declared.length === 0)
    return none(definition, 'not-declared-test', `It reaches the whole ${definition.radius}, which needs test: true there.`)
  const told = creatorsOf(definition, creators).map((creator) => {
    const able = declared.filter(({ target }) => interfacesOf(target).includes(creator))
    const chosen = able[hashed(definition.id) % Math.max(1, able.length)]
    return { creator, chosen }
  })
  return {
    assignments: told.flatMap(({ creator, chosen }) =>
      chosen === undefined ? [] : [{ key: `${definition.id}/${creator}`, scenario: definition.id, creator, target: chosen.index }],
    ),
    notRun: told.flatMap(({ creator, chosen }) =>
      chosen === undefined
        ? none(definition, 'no-interface', `No fitting disposable VM is reached through ${creator}.`, creator).notRun
        : [],
    ),
  }
}

/** Scenarios of one file go to one VM, so that several workers get several VMs. */
function hashed(id: string): number {
  let sum = 0
  for (const letter of id.split('.')[0]!) sum += letter.codePointAt(0)!
  return sum
}

function hasTrait({ traits }: VmTarget, need: ScenarioDefinition['vm']): boolean {
  return need === 'running' || need === 'off' || traits.includes(need)
}

function reachIsDeclared({ radius }: ScenarioDefinition, { host, vmm }: VmTarget): boolean {
  const declared = { vm: true, host: host?.test === true, cluster: host?.test === true, vmm: vmm?.test === true }
  return declared[radius]
}

function none({ id, claims }: ScenarioDefinition, code: NotRunCode, sentence: string, creator: InterfaceId | null = null): Assigned {
  return { assignments: [], notRun: [{ scenario: id, creator, claims, code, sentence }] }
}
