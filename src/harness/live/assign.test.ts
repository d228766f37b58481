import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGuid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { derivedGuid } from '../../foundation/seed.ts'
import { blastRadii, safeties, vmNeeds, type Safety, type Scenario, type ScenarioDefinition, type VmNeed } from '../definition.ts'
import { opens } from '../guard.ts'
import { assign, notRunCodes } from './assign.ts'
import type { VmTarget } from './target.ts'

const creators = ['hyperv-wmi', 'scvmm-spf'] as const satisfies readonly InterfaceId[]
const endpoint = { label: 'x', url: 'https://x', test: false }

function scenario(parts: Partial<ScenarioDefinition>): Scenario {
  const definition: ScenarioDefinition = {
    id: 'subject.story',
    title: 'A story',
    claims: ['C-010'],
    needs: [],
    safety: 'writes',
    radius: 'vm',
    profile: 'core',
    vm: 'running',
    ...parts,
  }
  return { definition, body: () => Promise.resolve() }
}

function target(number: number, parts: Partial<VmTarget> = {}): VmTarget {
  return {
    vm: parseGuid(derivedGuid('vm', number))!,
    disposable: true,
    traits: [],
    host: endpoint,
    vmm: { ...endpoint, stampId: derivedGuid('stamp') },
    ...parts,
  }
}

describe('why a scenario is not run', () => {
  test.each([
    ['it writes and only reading is allowed', {}, [target(1)], ['running'], 'reads', 'not-allowed'],
    ['no VM is disposable', {}, [target(1, { disposable: false })], ['running'], 'writes', 'no-disposable-vm'],
    ['it needs one that is off', { vm: 'off' }, [target(1)], ['running'], 'writes', 'vm-state'],
    ['nobody shows the state', {}, [target(1)], [null], 'writes', 'vm-state'],
    ['it needs what is not declared of any', { vm: 'two-disks' }, [target(1)], ['running'], 'writes', 'vm-state'],
    ['it reaches beyond the VM', { radius: 'host' }, [target(1)], ['running'], 'writes', 'not-declared-test'],
    ['nothing reaches a VM to read', { safety: 'reads' }, [], [], 'reads', 'no-interface'],
  ] as const)('%s', (_title, definition, targets, states, allow, code) => {
    const { assignments, notRun } = assign({ scenarios: [scenario(definition)], creators, targets, states, allow })
    expect(assignments).toEqual([])
    expect(notRun).toMatchObject([{ scenario: 'subject.story', creator: null, code, claims: ['C-010'] }])
    expect(notRun[0]!.sentence).not.toBe('')
  })

  test('only one of two interfaces reaches the VM', () => {
    const { assignments, notRun } = assign({
      scenarios: [scenario({})],
      creators,
      targets: [target(1, { vmm: null })],
      states: ['running'],
      allow: 'writes',
    })
    expect(assignments).toMatchObject([{ key: 'subject.story/hyperv-wmi', creator: 'hyperv-wmi', target: 0 }])
    expect(notRun).toMatchObject([{ creator: 'scvmm-spf', code: 'no-interface' }])
  })
})

test('what is declared is believed: traits of a VM, and a host that is test as a whole', () => {
  const declared = target(1, { traits: ['two-disks'], host: { ...endpoint, test: true } })
  const scenarios = [scenario({ vm: 'two-disks' }), scenario({ id: 'other.story', radius: 'host' })]
  const { assignments } = assign({ scenarios, creators: ['hyperv-wmi'], targets: [declared], states: ['running'], allow: 'disrupts' })
  expect(assignments).toHaveLength(2)
})

test('who reads looks at every VM, disposable or not', () => {
  const { assignments } = assign({
    scenarios: [scenario({ safety: 'reads' })],
    creators,
    targets: [target(1, { disposable: false }), target(2, { host: null })],
    states: ['running', null],
    allow: 'reads',
  })
  expect(assignments.map((one) => [one.creator, one.target])).toEqual([
    ['hyperv-wmi', 0],
    ['scvmm-spf', 1],
  ])
})

test('nothing is assigned that must not be, everything has one place or a reason, and no key is there twice', () => {
  const definitions = fc.record({
    id: fc.constantFrom('a.one', 'a.two', 'b.one', 'c.one'),
    safety: fc.constantFrom(...safeties),
    radius: fc.constantFrom(...blastRadii),
    vm: fc.constantFrom(...(Object.keys(vmNeeds) as VmNeed[])),
  })
  const targets = fc.record({
    disposable: fc.boolean(),
    reach: fc.constantFrom('both', 'host', 'vmm'),
    state: fc.constantFrom('running', 'off', null),
    test: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(definitions, { selector: ({ id }) => id }),
      fc.array(targets, { maxLength: 4 }),
      fc.constantFrom(...safeties),
      (wanted, machines, allow: Safety) => {
        const all = machines.map(({ disposable, reach, test: declared }, index) =>
          target(index, {
            disposable,
            ...(reach === 'vmm' ? { host: null } : { host: { ...endpoint, test: declared } }),
            ...(reach === 'host' ? { vmm: null } : { vmm: { ...endpoint, test: declared, stampId: derivedGuid('stamp') } }),
          }),
        )
        const scenarios = wanted.map((parts) => scenario(parts))
        const { assignments, notRun } = assign({ scenarios, creators, targets: all, states: machines.map(({ state }) => state), allow })
        for (const { scenario: id, target: index } of assignments) {
          const { safety, vm } = wanted.find((one) => one.id === id)!
          expect(opens(allow, safety)).toBe(true)
          if (safety !== 'writes' && safety !== 'disrupts') continue
          expect(all[index]!.disposable).toBe(true)
          expect(machines[index]!.state).toBe(vmNeeds[vm].state)
        }
        const keys = assignments.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { id } of wanted) {
          expect(assignments.some((one) => one.scenario === id) || notRun.some((one) => one.scenario === id), id).toBe(true)
        }
        for (const { code } of notRun) expect(Object.keys(notRunCodes)).toContain(code)
      },
    ),
  )
})
