import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reading } from '../../checkpoint/reading.ts'
import type { Story } from '../observation.ts'
import type { Outcome } from '../outcome.ts'
import { parseRegister } from '../register.ts'
import { judge } from '../rule.ts'
import { guidOf, tale, vm, type Look, type Row } from '../testing/stories.ts'
import type { CellProperty } from '../verdict.ts'
import { rules } from './index.ts'

const folder = join(import.meta.dirname, '../../../suites/claims')
const register = parseRegister(globSync('*.json', { cwd: folder }).map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown })))

const wmi = (rows: readonly Row[], more: Partial<Look> = {}): Look => ({ interface: 'hyperv-wmi', rows, ...more })
const spf = (rows: readonly Row[], more: Partial<Look> = {}): Look => ({ interface: 'scvmm-spf', rows, ...more })
const file = (rows: readonly Row[], more: Partial<Look> = {}): Look => ({ interface: 'scvmm-powershell', rows, settled: 'file', witness: false, ...more })

const witness: Row = { label: 'witness', name: 'HV4 - (3/13/2026 - 12:00:00 PM)', time: '2026-03-13T12:00:00Z' }
const a: Row = { label: 'a', parent: 'witness' }
const b: Row = { label: 'b', parent: 'a' }
const c: Row = { label: 'c', parent: 'b' }
const start = (): ReturnType<typeof tale> => tale().look(wmi([witness], { position: 'witness' }), spf([witness], { position: 'witness' }))
const both = (rows: readonly Row[], position: string): readonly [Look, Look] => [wmi(rows, { position }), spf(rows, { position })]
const inBoth = (creator: 'hyperv-wmi' | 'scvmm-spf', asked: { name?: string; comment?: string }, onWmi: Partial<Row>, onSpf: Partial<Row>): Story =>
  start().act(creator, 'create', { label: 'a', ...asked }).look(wmi([witness, { ...a, ...onWmi }], { position: 'a' }), spf([witness, { ...a, ...onSpf }], { position: 'a' })).story

/** `creator>observer property`, and what the story makes of the claim there: the worst of that cell. */
type Case = readonly [claim: string, cell: string, outcome: Outcome | 'silent', what: string, story: Story]

const fromWmi = (): Story => start().act('hyperv-wmi', 'create', { label: 'a', name: 'a' }).look(...both([witness, a], 'a')).story
const fromSpf = (): Story => start().act('scvmm-spf', 'create', { label: 'a', name: 'a' }).look(...both([witness, a], 'a')).story
const hiddenInSpf = (more: Partial<Look>): Story => start().act('hyperv-wmi', 'create', { label: 'a', name: 'a' }).look(wmi([witness, a]), spf([witness], more)).story
const hiddenInWmi = (more: Partial<Look>): Story => start().act('scvmm-spf', 'create', { label: 'a', name: 'a' }).look(wmi([witness], more), spf([witness, a])).story
const refused = { result: 'failed', failure: { code: 'SNAPCHECK_PRODUCT_REFUSED', sentence: 'refused: 32775', isFault: false } } as const
const broken = { result: 'failed', failure: { code: 'SNAPCHECK_UNREACHABLE', sentence: 'no answer', isFault: true } } as const
const cannot = { result: 'unsupported', failure: { code: 'SNAPCHECK_CANNOT_CARRY', sentence: 'NUL in XML', isFault: false } } as const
const failedCreate = (through: 'hyperv-wmi' | 'scvmm-spf', how: typeof refused | typeof broken | typeof cannot, asked: { name?: string; comment?: string } = { name: 'a' }): Story =>
  start().act(through, 'create', { label: 'a', ...asked, ...how }).look(...both([witness], 'witness')).story

const visibility: readonly Case[] = [
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'shown', fromWmi()],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'violates', 'hidden after a synchronised look', hiddenInSpf({})],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'hidden without a witness', hiddenInSpf({ witness: false })],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'awaited in vain', hiddenInSpf({ settled: 'awaited-in-vain' })],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'error', 'the create broke off', failedCreate('hyperv-wmi', broken)],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'not-run', 'the create was refused', failedCreate('hyperv-wmi', refused)],
  ['C-010', 'hyperv-wmi>scvmm-spf visibility', 'unsupported', 'the text cannot be carried', failedCreate('hyperv-wmi', cannot)],
  ['C-012', 'scvmm-spf>hyperv-wmi visibility', 'conforms', 'shown', fromSpf()],
  ['C-012', 'scvmm-spf>hyperv-wmi visibility', 'violates', 'hidden', hiddenInWmi({})],
  ['C-017', 'hyperv-wmi>hyperv-wmi visibility', 'conforms', 'shown', fromWmi()],
  ['C-017', 'hyperv-wmi>hyperv-wmi visibility', 'violates', 'refused', failedCreate('hyperv-wmi', refused)],
  ['C-096', 'scvmm-spf>scvmm-spf visibility', 'conforms', 'shown', fromSpf()],
  ['C-096', 'scvmm-spf>scvmm-spf visibility', 'violates', 'hidden, and waiting is no excuse for what VMM did itself', start().act('scvmm-spf', 'create', { label: 'a' }).look(spf([witness], { settled: 'awaited-in-vain' })).story],
  ['C-104', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'appeared by waiting', start().act('hyperv-wmi', 'create', { label: 'a' }).look(spf([witness, a], { settled: 'awaited' })).story],
  ['C-104', 'hyperv-wmi>scvmm-spf visibility', 'deviates', 'hidden', hiddenInSpf({})],
  ['C-007', 'hyperv-wmi>hyperv-wmi visibility', 'conforms', 'made without a name', start().act('hyperv-wmi', 'create', { label: 'a' }).look(wmi([witness, a])).story],
  ['C-007', 'hyperv-wmi>hyperv-wmi visibility', 'deviates', 'refused without a name', failedCreate('hyperv-wmi', refused, {})],
  ['C-011', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'both', start().act('hyperv-wmi', 'create', { label: 'a' }).look(...both([witness, a], 'a')).story],
  ['C-011', 'hyperv-wmi>scvmm-spf visibility', 'violates', 'only the newest', start().act('hyperv-wmi', 'create', { label: 'a' }).look(wmi([witness, a]), spf([a])).story],
  ['C-011', 'hyperv-wmi>scvmm-spf visibility', 'violates', 'one too many', start().act('hyperv-wmi', 'create', { label: 'a' }).look(wmi([witness, a]), spf([witness, a, c])).story],
  ['C-011', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'still awaited', start().act('hyperv-wmi', 'create', { label: 'a' }).look(wmi([witness, a]), spf([witness], { settled: 'awaited-in-vain' })).story],
]

const removed = (through: 'hyperv-wmi' | 'scvmm-spf', onWmi: readonly Row[], onSpf: readonly Row[], more: Partial<Look> = {}): Story =>
  start().act(through, 'create', { label: 'a' }).look(...both([witness, a], 'a')).act(through, 'remove', { label: 'a' }).look(wmi(onWmi, more), spf(onSpf, more)).story
const middle = (child: readonly Row[], more: Partial<Look> = {}): Story =>
  start().act('hyperv-wmi', 'create', { label: 'a' }).act('hyperv-wmi', 'create', { label: 'b' }).act('hyperv-wmi', 'create', { label: 'c' }).look(...both([witness, a, b, c], 'c')).act('hyperv-wmi', 'remove', { label: 'b' }).look(wmi([witness, a, ...child]), spf([witness, a, ...child], more)).story

const removal: readonly Case[] = [
  ['C-065', 'hyperv-wmi>scvmm-spf visibility', 'conforms', 'gone', removed('hyperv-wmi', [witness], [witness])],
  ['C-065', 'hyperv-wmi>scvmm-spf visibility', 'deviates', 'still there', removed('hyperv-wmi', [witness], [witness, a])],
  ['C-065', 'hyperv-wmi>scvmm-spf visibility', 'inconclusive', 'still there, and SCVMM may not have looked', removed('hyperv-wmi', [witness], [witness, a], { settled: 'awaited-in-vain' })],
  ['C-080', 'scvmm-spf>hyperv-wmi visibility', 'conforms', 'gone', removed('scvmm-spf', [witness], [witness])],
  ['C-080', 'scvmm-spf>hyperv-wmi visibility', 'deviates', 'still on the host', removed('scvmm-spf', [witness, a], [witness])],
  ['C-099', 'scvmm-spf>hyperv-wmi visibility', 'violates', 'still on the host', removed('scvmm-spf', [witness, a], [witness])],
  ['C-099', 'scvmm-spf>scvmm-spf visibility', 'conforms', 'gone', removed('scvmm-spf', [witness], [witness])],
  ['C-099', 'scvmm-spf>scvmm-spf visibility', 'inconclusive', 'gone, nobody knows why', removed('scvmm-spf', [], [], { witness: false })],
  ['C-078', 'hyperv-wmi>hyperv-wmi parent', 'conforms', 're-parented', middle([{ ...c, parent: 'a' }])],
  ['C-078', 'hyperv-wmi>hyperv-wmi parent', 'deviates', 'an orphan', middle([c])],
  ['C-078', 'hyperv-wmi>hyperv-wmi parent', 'deviates', 'gone with it', middle([])],
  ['C-078', 'hyperv-wmi>scvmm-spf parent', 'inconclusive', 'SCVMM may not have looked', middle([c], { settled: 'awaited-in-vain' })],
  ['C-042', 'hyperv-wmi>hyperv-wmi parent', 'conforms', 'what a removal does is not presumed', middle([c])],
]

const identity: readonly Case[] = [
  ['C-001', 'hyperv-wmi>scvmm-spf terminology', 'conforms', 'both words', fromWmi()],
  ['C-001', 'scvmm-spf>hyperv-wmi terminology', 'violates', 'one calls it something else', inBoth('scvmm-spf', { name: 'a' }, { as: { kind: reading.value('VirtualSystemType', 'Microsoft:Hyper-V:Backup:Realized') } }, {})],
  ['C-001', 'scvmm-spf>hyperv-wmi terminology', 'unsupported', 'one does not say', inBoth('scvmm-spf', { name: 'a' }, { as: { kind: undefined, typeNames: undefined } }, {})],
  ['C-001', 'scvmm-spf>hyperv-wmi terminology', 'not-run', 'not visible', hiddenInWmi({})],
  ['C-027', 'scvmm-spf>hyperv-wmi identity', 'conforms', 'one GUID', fromSpf()],
  ['C-027', 'scvmm-spf>hyperv-wmi identity', 'deviates', 'its name under another GUID', start().act('scvmm-spf', 'create', { label: 'a', name: 'mine' }).look(wmi([witness, { label: 'z', name: 'mine' }])).story],
  ['C-027', 'scvmm-spf>hyperv-wmi identity', 'deviates', 'VirtualSystemIdentifier of no VM', inBoth('scvmm-spf', { name: 'a' }, { as: { vm: reading.value('VirtualSystemIdentifier', guidOf('a')) } }, {})],
  ['C-027', 'scvmm-spf>hyperv-wmi identity', 'not-run', 'not visible', hiddenInWmi({})],
  ['C-028', 'scvmm-spf>scvmm-spf identity', 'conforms', 'ids of its own', fromSpf()],
  ['C-028', 'scvmm-spf>scvmm-spf identity', 'deviates', 'ID is the CheckpointID', inBoth('scvmm-spf', {}, {}, { as: { databaseId: reading.value('ID', guidOf('a').toLowerCase()) } })],
  ['C-028', 'scvmm-spf>scvmm-spf identity', 'deviates', "VMId is Hyper-V's", inBoth('scvmm-spf', {}, {}, { as: { vm: reading.value('VMId', vm) } })],
  ['C-028', 'scvmm-spf>scvmm-spf identity', 'unsupported', 'no ID', inBoth('scvmm-spf', {}, {}, { as: { databaseId: undefined } })],
  ['C-072', 'unknown>scvmm-powershell identity', 'conforms', 'namesakes on two VMs', tale().look(file([{ label: 'x', name: 'same' }]), file([{ label: 'y', name: 'same' }], { vm: guidOf('other vm') })).story],
  ['C-072', 'unknown>scvmm-powershell identity', 'deviates', 'one GUID on two VMs', tale().look(file([{ label: 'x', name: 'same' }]), file([{ label: 'x', name: 'same' }], { vm: guidOf('other vm') })).story],
]

const renamed = (through: 'hyperv-wmi' | 'scvmm-spf', onWmi: Partial<Row>, onSpf: Partial<Row>, more: Partial<Look> = {}): Story =>
  start().act(through, 'create', { label: 'a', name: 'old' }).look(...both([witness, { ...a, name: 'old' }], 'a')).act(through, 'rename', { label: 'a', name: 'new' }).look(wmi([witness, { ...a, ...onWmi }]), spf([witness, { ...a, ...onSpf }], more)).story
const twoNamed = (rows: readonly Row[]): Story => start().act('hyperv-wmi', 'create', { label: 'a', name: 'same' }).act('hyperv-wmi', 'create', { label: 'b', name: 'same' }).look(wmi(rows)).story
const vmCalled = (name: string): Partial<Look> => ({ vmAs: { vmName: reading.value('Name', name) } })

const name: readonly Case[] = [
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'conforms', 'the same', fromSpf()],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'deviates', 'a blank less', inBoth('scvmm-spf', { name: 'a ' }, { name: 'a' }, { name: 'a ' })],
  ['C-029', 'hyperv-wmi>hyperv-wmi name', 'deviates', 'another one', inBoth('hyperv-wmi', { name: 'a' }, { name: 'b' }, { name: 'a' })],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'conforms', 'the same default name', inBoth('scvmm-spf', {}, { name: 'd' }, { name: 'd' })],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'deviates', 'two default names', inBoth('scvmm-spf', {}, { name: 'd' }, { name: 'e' })],
  ['C-029', 'hyperv-wmi>hyperv-wmi name', 'not-run', 'the rename broke off', start().act('hyperv-wmi', 'create', { label: 'a', name: 'a' }).act('hyperv-wmi', 'rename', { label: 'a', name: 'n', ...broken }).look(wmi([witness, a])).story],
  ['C-030', 'hyperv-wmi>hyperv-wmi name', 'conforms', 'the en-US form', inBoth('hyperv-wmi', {}, { name: 'HV4 - (3/14/2026 - 12:00:00 PM)' }, {})],
  ['C-030', 'hyperv-wmi>hyperv-wmi name', 'deviates', "SCVMM's form", inBoth('hyperv-wmi', {}, { name: 'HV4 - (03/14/2026 12:00:00)' }, {})],
  ['C-030', 'hyperv-wmi>hyperv-wmi name', 'deviates', 'the name of another VM', inBoth('hyperv-wmi', {}, { name: 'HV5 - (3/14/2026 - 12:00:00 PM)' }, {})],
  ['C-031', 'scvmm-spf>scvmm-spf name', 'conforms', 'its own form', inBoth('scvmm-spf', {}, {}, { name: 'HV4 - (03/14/2026 12:00:00)' })],
  ['C-031', 'scvmm-spf>scvmm-spf name', 'deviates', "Hyper-V's form", inBoth('scvmm-spf', {}, {}, { name: 'HV4 - (3/14/2026 - 12:00:00 PM)' })],
  ['C-031', 'unknown>scvmm-powershell name', 'conforms', 'a finding in a file', tale().look(file([witness])).story],
  ['C-035', 'hyperv-wmi>hyperv-wmi name', 'conforms', 'two namesakes', twoNamed([witness, { ...a, name: 'same' }, { ...b, name: 'same' }])],
  ['C-035', 'hyperv-wmi>hyperv-wmi name', 'deviates', 'the second one numbered', twoNamed([witness, { ...a, name: 'same' }, { ...b, name: 'same (1)' }])],
  ['C-035', 'hyperv-wmi>hyperv-wmi name', 'deviates', 'the second one refused', start().act('hyperv-wmi', 'create', { label: 'a', name: 'same' }).act('hyperv-wmi', 'create', { label: 'b', name: 'same', ...refused }).look(wmi([witness, a])).story],
  ['C-036', 'hyperv-wmi>scvmm-spf name', 'conforms', 'reached', renamed('hyperv-wmi', { name: 'new' }, { name: 'new' })],
  ['C-036', 'hyperv-wmi>scvmm-spf name', 'deviates', 'not reached', renamed('hyperv-wmi', { name: 'new' }, { name: 'old' })],
  ['C-036', 'hyperv-wmi>scvmm-spf name', 'inconclusive', 'still awaited', renamed('hyperv-wmi', { name: 'new' }, { name: 'old' }, { settled: 'awaited-in-vain' })],
  ['C-036', 'hyperv-wmi>scvmm-spf name', 'deviates', 'a second row', start().act('hyperv-wmi', 'create', { label: 'a', name: 'old' }).act('hyperv-wmi', 'rename', { label: 'a', name: 'new' }).look(spf([witness, { ...a, name: 'new' }, { ...a, name: 'old' }])).story],
  ['C-037', 'scvmm-spf>hyperv-wmi name', 'conforms', 'an open question: reached', renamed('scvmm-spf', { name: 'new' }, { name: 'new' })],
  ['C-037', 'scvmm-spf>hyperv-wmi name', 'conforms', 'an open question: not reached', renamed('scvmm-spf', { name: 'old' }, { name: 'new' })],
  ['C-029', 'scvmm-spf>hyperv-wmi name', 'conforms', 'a rename that crosses is not its matter', renamed('scvmm-spf', { name: 'old' }, { name: 'new' })],
  ['C-071', 'unknown>scvmm-powershell name', 'conforms', 'named after the old VM', tale().look(file([witness], vmCalled('HV4-renamed'))).story],
  ['C-071', 'unknown>scvmm-powershell name', 'conforms', 'kept while the VM was renamed', tale().look(file([{ label: 'x', name: 'n' }], vmCalled('old'))).look(file([{ label: 'x', name: 'n' }], vmCalled('new'))).story],
  ['C-071', 'unknown>scvmm-powershell name', 'deviates', 'renamed with the VM', tale().look(file([{ label: 'x', name: 'old 1' }], vmCalled('old'))).look(file([{ label: 'x', name: 'new 1' }], vmCalled('new'))).story],
]

const long = 'taken before the change of 14 March'
const marked = `${long} #CLUSTER-INVARIANT#:{34202489-bc6a-44fb-8182-8682894e9029}`
const commented = (through: 'hyperv-wmi' | 'scvmm-spf', onWmi: string, onSpf: string): Story => inBoth(through, { name: 'a', comment: long }, { comment: onWmi }, { comment: onSpf })
const recommented = (through: 'hyperv-wmi' | 'scvmm-spf', second: string): Story =>
  start().act(through, 'create', { label: 'a', comment: 'first' }).act(through, 'set-comment', { label: 'a', comment: 'second' }).look(...both([witness, { ...a, comment: second }], 'a')).story
const relooked = (second: string): Story => start().act('scvmm-spf', 'create', { label: 'a', comment: long }).look(spf([witness, { ...a, comment: long }])).look(spf([witness, { ...a, comment: second }])).story
const edge = '  <b>&"チェック"\nsecond'

const comment: readonly Case[] = [
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'conforms', 'the same', commented('scvmm-spf', '', long)],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'violates', 'cut to 16 characters', commented('scvmm-spf', '', long.slice(0, 16))],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'violates', 'a marker is not byte for byte', commented('scvmm-spf', '', marked)],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'violates', 'refused', failedCreate('scvmm-spf', refused, { comment: long })],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'unsupported', 'no such field', inBoth('scvmm-spf', { comment: long }, {}, { as: { comment: undefined } })],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'not-run', 'cut by depth', inBoth('scvmm-spf', { comment: long }, {}, { as: { comment: reading.truncated('Description') } })],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'not-run', 'not visible', start().act('scvmm-spf', 'create', { label: 'a', comment: long }).look(spf([witness])).story],
  ['C-013', 'scvmm-spf>scvmm-spf comment', 'silent', 'no comment asked for', fromSpf()],
  ['C-052', 'scvmm-spf>scvmm-spf comment', 'conforms', 'changed', recommented('scvmm-spf', 'second')],
  ['C-052', 'scvmm-spf>scvmm-spf comment', 'violates', 'unchanged', recommented('scvmm-spf', 'first')],
  ['C-053', 'scvmm-spf>scvmm-spf comment', 'conforms', 'kept', relooked(long)],
  ['C-053', 'scvmm-spf>scvmm-spf comment', 'deviates', 'blanked', relooked('')],
  ['C-054', 'hyperv-wmi>scvmm-spf comment', 'conforms', 'empty', fromWmi()],
  ['C-054', 'hyperv-wmi>scvmm-spf comment', 'deviates', 'null', inBoth('hyperv-wmi', { name: 'a' }, {}, { as: { comment: reading.nil('Description') } })],
  ['C-054', 'unknown>scvmm-powershell comment', 'deviates', 'null in a file', tale().look(file([{ ...witness, as: { comment: reading.nil('Description') } }])).story],
  ['C-055', 'hyperv-wmi>scvmm-spf comment', 'conforms', 'an open question', commented('hyperv-wmi', long, '')],
  ['C-015', 'scvmm-spf>hyperv-wmi comment', 'conforms', 'an open question', commented('scvmm-spf', '', long)],
  ['C-014', 'scvmm-spf>hyperv-wmi comment', 'not-run', 'not in the name, and the window needs an eye', commented('scvmm-spf', '', long)],
  ['C-014', 'scvmm-spf>hyperv-wmi comment', 'violates', 'in the name', inBoth('scvmm-spf', { name: 'a', comment: long }, { name: `a: ${long}` }, { comment: long })],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'conforms', 'kept', commented('hyperv-wmi', long, '')],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'conforms', 'kept beside a marker', commented('hyperv-wmi', marked, '')],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'violates', 'lost', commented('hyperv-wmi', '', '')],
  ['C-056', 'hyperv-wmi>hyperv-wmi comment', 'violates', 'the change was lost', recommented('hyperv-wmi', 'first')],
  ['C-057', 'hyperv-wmi>hyperv-wmi comment', 'conforms', 'as empty as those of the VM', fromWmi()],
  ['C-057', 'hyperv-wmi>hyperv-wmi comment', 'deviates', 'not those of the VM', inBoth('hyperv-wmi', {}, { comment: 'from nowhere' }, {})],
  ['C-060', 'scvmm-spf>scvmm-spf comment', 'conforms', 'kept', inBoth('scvmm-spf', { comment: edge }, {}, { comment: edge })],
  ['C-060', 'scvmm-spf>scvmm-spf comment', 'deviates', 'trimmed', inBoth('scvmm-spf', { comment: edge }, {}, { comment: edge.trim() })],
  ['C-103', 'scvmm-spf>scvmm-spf comment', 'conforms', 'the same', commented('scvmm-spf', '', long)],
  ['C-103', 'scvmm-spf>scvmm-spf comment', 'deviates', 'another', commented('scvmm-spf', '', 'x')],
]

const chain = (onWmi: readonly Row[], onSpf: readonly Row[], more: Partial<Look> = {}): Story => start().act('hyperv-wmi', 'create', { label: 'a' }).act('hyperv-wmi', 'create', { label: 'b' }).look(wmi(onWmi, { position: 'b' }), spf(onSpf, { position: 'b', ...more })).story
const orphan: Row = { ...b, as: { parent: reading.value('ParentCheckpointID', vm) } }
const rooted = (through: 'hyperv-wmi' | 'scvmm-spf', as: Row['as']): Story => tale().look(wmi([]), spf([])).act(through, 'create', { label: 'a' }).look(wmi([{ label: 'a', ...(through === 'hyperv-wmi' && as ? { as } : {}) }], { position: 'a' }), spf([{ label: 'a', ...(through === 'scvmm-spf' && as ? { as } : {}) }], { position: 'a' })).story

const tree: readonly Case[] = [
  ['C-042', 'hyperv-wmi>scvmm-spf parent', 'conforms', 'the same', chain([witness, a, b], [witness, a, b])],
  ['C-042', 'hyperv-wmi>scvmm-spf parent', 'violates', 'the parent is lost', chain([witness, a, b], [witness, a, orphan])],
  ['C-042', 'hyperv-wmi>hyperv-wmi parent', 'conforms', "SCVMM's loss is not Hyper-V's", chain([witness, a, b], [witness, a, orphan])],
  ['C-042', 'hyperv-wmi>scvmm-spf parent', 'not-run', 'not visible', chain([witness, a, b], [witness, b])],
  ['C-043', 'scvmm-spf>scvmm-spf parent', 'conforms', "the VM's GUID", rooted('scvmm-spf', undefined)],
  ['C-043', 'scvmm-spf>scvmm-spf parent', 'deviates', 'nothing', rooted('scvmm-spf', { parent: reading.nil('ParentCheckpointID') })],
  ['C-043', 'hyperv-wmi>hyperv-wmi parent', 'conforms', 'nothing', rooted('hyperv-wmi', undefined)],
  ['C-043', 'hyperv-wmi>hyperv-wmi parent', 'deviates', "the VM's GUID", rooted('hyperv-wmi', { parent: reading.value('Parent', vm) })],
  ['C-043', 'unknown>scvmm-powershell parent', 'conforms', "the VM's GUID, in a file", tale().look(file([{ label: 'x' }])).story],
  ['C-070', 'scvmm-spf>scvmm-spf parent', 'conforms', 'whole', fromSpf()],
  ['C-070', 'scvmm-spf>scvmm-spf parent', 'deviates', 'two roots', inBoth('scvmm-spf', {}, {}, { as: { parent: reading.value('ParentCheckpointID', vm) } })],
  ['C-070', 'unknown>scvmm-powershell parent', 'conforms', 'recorded: two forms of names in one tree', tale().look(file([{ label: 'r', name: 'V - (05/06/2014 16:13:46)' }, { label: 's', parent: 'r', name: 'V - (5/12/2014 - 1:00:00 PM)' }])).story],
  ['C-070', 'unknown>scvmm-powershell parent', 'deviates', 'in pieces', tale().look(file([{ label: 'r', name: 'V - (05/06/2014 16:13:46)' }, { label: 's', parent: 'nowhere', name: 'V - (5/12/2014 - 1:00:00 PM)' }])).story],
  ['R-005', 'unknown>scvmm-powershell parent', 'conforms', 'whole', tale().look(file([{ label: 'x' }, { label: 'y', parent: 'x' }])).story],
  ['R-005', 'unknown>scvmm-powershell parent', 'deviates', 'an orphan', tale().look(file([{ label: 'x' }, { label: 'y', parent: 'z' }])).story],
  ['R-007', 'unknown>scvmm-arc parent', 'conforms', 'a third GUID', tale().look({ ...file([{ label: 'x', parent: 'third' }]), interface: 'scvmm-arc' }).story],
  ['R-007', 'unknown>scvmm-arc parent', 'deviates', 'empty', tale().look({ ...file([{ label: 'x', as: { parent: reading.value('parentCheckpointID', '') } }]), interface: 'scvmm-arc' }).story],
]

const position: readonly Case[] = [
  ['C-044', 'scvmm-spf>scvmm-spf position', 'conforms', 'the new one', fromSpf()],
  ['C-044', 'scvmm-spf>scvmm-spf position', 'deviates', 'still the old one', start().act('scvmm-spf', 'create', { label: 'a' }).look(spf([witness, a], { position: 'witness' })).story],
  ['C-044', 'scvmm-spf>scvmm-spf position', 'unsupported', 'not shown', start().act('scvmm-spf', 'create', { label: 'a' }).look(spf([witness, a], { vmAs: { position: reading.absent('LastRestoredCheckpointID') } })).story],
  ['C-044', 'unknown>scvmm-powershell position', 'conforms', "the VM's GUID without checkpoints", tale().look(file([])).story],
  ['C-044', 'unknown>scvmm-powershell position', 'deviates', 'a GUID of nothing', tale().look(file([], { position: 'gone' })).story],
  ['C-044', 'unknown>scvmm-powershell position', 'not-run', 'a VM in the library', tale().look(file([], { vmAs: { position: reading.value('LastRestoredCheckpointID', '') } })).story],
  ['C-045', 'hyperv-wmi>hyperv-wmi position', 'conforms', 'the new one', fromWmi()],
  ['C-045', 'hyperv-wmi>hyperv-wmi position', 'violates', 'none', start().act('hyperv-wmi', 'create', { label: 'a' }).look(wmi([witness, a])).story],
  ['C-045', 'scvmm-spf>hyperv-wmi position', 'not-run', 'the one it stands on is not visible', hiddenInWmi({})],
  ['R-006', 'unknown>hyperv-powershell position', 'conforms', 'none', tale().look({ ...file([]), interface: 'hyperv-powershell', vmAs: { position: reading.nil('ParentSnapshotId') } }).story],
  ['R-006', 'unknown>hyperv-powershell position', 'deviates', 'some GUID', tale().look({ ...file([]), interface: 'hyperv-powershell', position: 'x' }).story],
]

const timed = (onWmi: string, onSpf: string): Story => inBoth('hyperv-wmi', { name: 'a' }, { time: onWmi }, { time: onSpf })
const modified = (time: string): Story =>
  tale().look(file([{ label: 'x' }])).look(file([{ label: 'x', as: { modifiedTime: reading.value('ModifiedTime', time) } }])).story
const noon = '2026-03-14T12:00:00Z'

const time: readonly Case[] = [
  ['C-032', 'unknown>scvmm-powershell time', 'conforms', 'seven hours apart', tale().look(file([{ label: 'x', name: 'V - (05/06/2014 16:13:46)', time: '2014-05-06T23:13:50Z' }])).story],
  ['C-032', 'unknown>scvmm-powershell time', 'deviates', 'a zone in the name', tale().look(file([{ label: 'x', name: 'V - (05/06/2014 16:13:46Z)' }])).story],
  ['C-032', 'unknown>scvmm-powershell time', 'silent', 'a clock at UTC', tale().look(file([{ label: 'x', name: 'V - (05/06/2014 16:13:46)', time: '2014-05-06T16:13:50Z' }])).story],
  ['C-039', 'hyperv-wmi>scvmm-spf time', 'conforms', 'an open question: the same', timed(noon, noon)],
  ['C-039', 'hyperv-wmi>scvmm-spf time', 'conforms', 'an open question: later', timed(noon, '2026-03-14T12:30:00')],
  ['C-040', 'unknown>scvmm-powershell time', 'conforms', 'it moved', modified('2026-03-15T12:00:00Z')],
  ['C-041', 'hyperv-wmi>hyperv-wmi time', 'conforms', 'in order', start().act('hyperv-wmi', 'create', { label: 'a' }).act('hyperv-wmi', 'create', { label: 'b' }).look(wmi([witness, a, { ...b, time: '2026-03-14T12:00:07Z' }])).story],
  ['C-041', 'hyperv-wmi>hyperv-wmi time', 'violates', 'older than the one before', start().act('hyperv-wmi', 'create', { label: 'a' }).act('hyperv-wmi', 'create', { label: 'b' }).look(wmi([witness, a, { ...b, time: '2025-01-01T00:00:00Z' }])).story],
  ['R-001', 'unknown>scvmm-powershell order', 'conforms', 'oldest first', tale().look(file([{ label: 'x', time: '2014-01-01T00:00:00Z' }, { label: 'y', time: '2014-01-02T00:00:00Z' }])).story],
  ['R-001', 'unknown>scvmm-powershell order', 'deviates', 'newest first', tale().look(file([{ label: 'x', time: '2014-01-02T00:00:00Z' }, { label: 'y', time: '2014-01-01T00:00:00Z' }])).story],
]

const chained = ['Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot', 'Microsoft.SystemCenter.VirtualMachineManager.VMCheckpoint']
const typed = (typeNames: readonly string[], objectType: string | number): Story => tale().look(file([{ label: 'x', as: { typeNames: reading.value('TypeNames', typeNames), objectType: reading.value('ObjectType', objectType) } }])).story
const inSpf = (typeNames: readonly string[]): Story => inBoth('scvmm-spf', {}, {}, { as: { typeNames: reading.value('odata.type', typeNames) } })
const kindOf = (kind: string): Story => inBoth('hyperv-wmi', {}, { as: { kind: reading.value('VirtualSystemType', kind) } }, {})

const terminology: readonly Case[] = [
  ['C-002', 'hyperv-wmi>hyperv-wmi terminology', 'conforms', 'Snapshot', fromWmi()],
  ['C-002', 'hyperv-wmi>hyperv-wmi terminology', 'deviates', 'no Snapshot', kindOf('Microsoft:Hyper-V:Checkpoint:Realized')],
  ['C-024', 'hyperv-wmi>hyperv-wmi terminology', 'conforms', 'Snapshot', fromWmi()],
  ['C-024', 'hyperv-wmi>hyperv-wmi terminology', 'violates', 'with System:, as a known wrong fixture has it', kindOf('Microsoft:Hyper-V:System:Snapshot:Realized')],
  ['C-003', 'scvmm-spf>scvmm-spf terminology', 'conforms', 'CheckPoint', fromSpf()],
  ['C-003', 'scvmm-spf>scvmm-spf terminology', 'violates', 'no CheckPoint', inSpf(['VMM.VMSnapshot'])],
  ['C-003', 'unknown>scvmm-powershell terminology', 'not-run', 'the export lost it', tale().look(file([{ label: 'x', as: { typeNames: undefined } }])).story],
  ['C-025', 'unknown>scvmm-powershell terminology', 'conforms', 'both', typed(chained, 'VMSnapshot')],
  ['C-025', 'unknown>scvmm-powershell terminology', 'conforms', 'read from CLIXML', typed(chained.map((one) => `Deserialized.${one}`), 46)],
  ['C-025', 'unknown>scvmm-powershell terminology', 'deviates', 'one of them', typed(chained.slice(1), 46)],
  ['C-025', 'unknown>scvmm-powershell terminology', 'deviates', 'another number', typed(chained, 47)],
  ['C-026', 'scvmm-spf>scvmm-spf terminology', 'conforms', 'the capital P', fromSpf()],
  ['C-026', 'scvmm-spf>scvmm-spf terminology', 'violates', 'a small p', inSpf(['VMM.VMCheckpoint'])],
  ['C-048', 'hyperv-wmi>hyperv-wmi kind', 'conforms', 'Realized', fromWmi()],
  ['C-048', 'hyperv-wmi>hyperv-wmi kind', 'deviates', 'Recovery', kindOf('Microsoft:Hyper-V:Snapshot:Recovery')],
  ['C-046', 'scvmm-spf>scvmm-spf kind', 'conforms', '5 is Standard', fromSpf()],
  ['C-046', 'scvmm-spf>scvmm-spf kind', 'violates', '5 is not Production', start().act('scvmm-spf', 'create', { label: 'a' }).look(wmi([witness]), spf([witness, a], { vmAs: { checkpointType: reading.value('CheckpointType', 'Production') } })).story],
]

const twice = (second: Partial<Row>, more: Partial<Look> = {}): Story => tale().look(file([{ label: 'x' }])).look(file([{ label: 'x', ...second }], more)).story
const twoSides = (onPowerShell: Partial<Row>): Story => start().act('scvmm-spf', 'create', { label: 'a' }).look(spf([witness, a]), { interface: 'scvmm-powershell', rows: [witness, { ...a, ...onPowerShell }] }).story

const stability: readonly Case[] = [
  ['R-002', 'unknown>scvmm-powershell name', 'conforms', 'kept', twice({})],
  ['R-002', 'unknown>scvmm-powershell identity', 'deviates', 'another ID', twice({ as: { databaseId: reading.value('ID', guidOf('new').toLowerCase()) } })],
  ['R-002', 'unknown>scvmm-powershell time', 'deviates', 'another AddedTime', twice({ time: '2027-01-01T00:00:00Z' })],
  ['R-002', 'unknown>scvmm-powershell parent', 'deviates', 'another parent', twice({ parent: 'elsewhere' })],
  ['C-117', 'unknown>scvmm-powershell comment', 'silent', 'the same participant', twice({ comment: 'gone' })],
  ['C-117', 'unknown>scvmm-powershell comment', 'deviates', 'lost by an upgrade', twice({ comment: 'other' }, { participant: 'scvmm-2022' })],
  ['C-117', 'unknown>scvmm-powershell comment', 'conforms', 'survived an upgrade', twice({}, { participant: 'scvmm-2022' })],
  ['C-069', 'scvmm-spf>scvmm-spf identity', 'conforms', 'one row', fromSpf()],
  ['C-069', 'scvmm-spf>scvmm-spf identity', 'deviates', 'two rows', start().act('scvmm-spf', 'create', { label: 'a' }).look(spf([witness, a, a])).story],
  ['C-105', 'unknown>scvmm-spf visibility', 'conforms', 'the same rows', twoSides({})],
  ['C-105', 'unknown>scvmm-spf comment', 'deviates', 'another comment', twoSides({ comment: 'x' })],
  ['R-003', 'unknown>scvmm-powershell identity', 'conforms', 'all distinct', twice({})],
  ['R-003', 'unknown>scvmm-powershell identity', 'deviates', 'one on two VMs', tale().look(file([{ label: 'x' }]), file([{ label: 'x' }], { vm: guidOf('other vm') })).story],
  ['R-004', 'unknown>scvmm-powershell comment', 'conforms', 'empty', twice({})],
  ['R-004', 'unknown>scvmm-powershell comment', 'deviates', 'null', twice({ as: { comment: reading.nil('Description') } })],
  ['R-008', 'unknown>scvmm-powershell identity', 'deviates', 'lower case', twice({ as: { id: reading.value('CheckpointID', guidOf('x').toLowerCase()) } })],
  ['R-008', 'unknown>scvmm-powershell identity', 'conforms', 'upper case', twice({})],
  ['R-009', 'unknown>scvmm-powershell identity', 'conforms', 'two VMs', tale().look(file([]), file([], { vm: guidOf('other vm') })).story],
  ['R-009', 'unknown>scvmm-powershell identity', 'deviates', 'one GUID twice', tale().look(file([]), file([], { vm: guidOf('other vm'), vmAs: { vmId: reading.value('VMId', vm) } })).story],
]

const cases = [...visibility, ...removal, ...identity, ...name, ...comment, ...tree, ...position, ...time, ...terminology, ...stability]

/** The worst by how bad it is, but for `not-run`, which stands beside other verdicts of one cell. */
const badness: readonly Outcome[] = ['conforms', 'not-run', 'unsupported', 'deviates', 'inconclusive', 'violates', 'error']

function outcomeIn(story: Story, claim: string, cell: string): Outcome | 'silent' {
  const outcomes = judge(story, rules, register.claims)
    .filter((verdict) => verdict.claim === claim && `${verdict.cell.creator}>${verdict.cell.observer} ${verdict.cell.property}` === cell)
    .map(({ outcome }) => outcome)
  return outcomes.toSorted((x, y) => badness.indexOf(y) - badness.indexOf(x))[0] ?? 'silent'
}

describe('rules', () => {
  it.each(cases)('%s, %s: %s where %s', (claim, cell, outcome, _what, story) => {
    expect(outcomeIn(story, claim, cell as `${string} ${CellProperty}`)).toBe(outcome)
  })

  it('are each seen to be met, and each that can fail is seen to fail', () => {
    const openOrRecorded = new Set(['C-015', 'C-037', 'C-039', 'C-040', 'C-055'])
    for (const claim of new Set(rules.map((rule) => rule.claim))) {
      const outcomes = cases.filter(([id]) => id === claim).map(([, , outcome]) => outcome)
      expect(outcomes, claim).toContain('conforms')
      if (!openOrRecorded.has(claim)) expect(outcomes.some((outcome) => outcome === 'deviates' || outcome === 'violates'), claim).toBe(true)
    }
  })
})

describe('findings', () => {
  const findingsOf = (story: Story, claim: string): readonly string[] => judge(story, rules, register.claims).flatMap((verdict) => (verdict.claim === claim ? (verdict.finding ?? []) : []))

  it.each([
    ['nothing', '', 'Notes held nothing.'],
    ['the comment', long, 'Notes held the comment.'],
    ['a marker', marked, 'Notes held the comment and a marker.'],
    ['more', `x ${long}`, 'Notes held the comment among other text.'],
    ['something else', 'x', 'Notes held another text.'],
  ])('of C-015 tell what Notes held: %s', (_what, notes, finding) => {
    expect(findingsOf(commented('scvmm-spf', notes, long), 'C-015')).toEqual([finding])
  })

  it("of C-015 recognise the VM's own notes", () => {
    const notes = { vmAs: { vmNotes: reading.value('Notes', ['File server']) } }
    const story = tale().look(wmi([witness], notes)).act('scvmm-spf', 'create', { label: 'a', comment: long }).look(wmi([witness, { ...a, comment: 'File server' }], notes)).story
    expect(findingsOf(story, 'C-015')).toEqual(["Notes held the VM's own notes, with which a snapshot starts (C-057)."])
  })

  it('of C-055, C-037, C-039 and C-040 state what was observed', () => {
    expect(findingsOf(commented('hyperv-wmi', long, ''), 'C-055')).toEqual(['Description held nothing.'])
    expect(findingsOf(renamed('scvmm-spf', { name: 'old' }, { name: 'new' }), 'C-037')).toEqual(['Hyper-V still shows the old name.'])
    expect(findingsOf(renamed('scvmm-spf', { name: 'new' }, { name: 'new' }), 'C-037')).toEqual(['Hyper-V shows the new name.'])
    expect(findingsOf(timed(noon, '2026-03-14T12:30:00'), 'C-039')).toEqual(["AddedTime lies 1800 s after the host's CreationTime, compared as marked, because it states no zone."])
    expect(findingsOf(modified('2026-03-15T12:00:00Z'), 'C-040')).toEqual(['ModifiedTime moved on 1 of 1 checkpoints of which nothing else had changed.'])
    expect(findingsOf(modified(noon), 'C-040')).toEqual(['ModifiedTime moved on 0 of 1 checkpoints of which nothing else had changed.'])
  })

  it('of C-039 in a file notice a checkpoint that SCVMM learned of much later', () => {
    const story = tale().look(file([{ label: 'x', name: 'dajo-dsl - (4/14/2016 - 11:38:11 PM)', time: '2017-02-03T16:11:47.620Z' }])).story
    expect(findingsOf(story, 'C-039')).toEqual(['AddedTime lies 295 days after the time in the name: it is not when the checkpoint was made.'])
  })
})
