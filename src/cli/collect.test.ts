import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, type Session } from '../protocols/powershell/session/session.ts'
import { describeWithPowerShell, executable } from '../protocols/powershell/session/testing/powershell.ts'
import { plain, run } from '../protocols/powershell/session/testing/scripts.ts'
import type { Diff } from '../judgement/diff/model.ts'
import { newFolder, reportIn, snapcheck } from './testing/snapcheck.ts'

const sides = ['host', 'vmm'] as const
type Side = (typeof sides)[number]

const aid = (name: string): string => readFileSync(join(import.meta.dirname, 'testing/collect', `${name}.ps1`), 'utf8')
const printed = async (side: Side): Promise<string> => (await snapcheck(['collect', side])).stdout

/** Everything that a collector script may consist of: what is not here writes, changes, calls .NET, or is newer than 5.1. */
const allowed = {
  command: {
    host: 'Export-Clixml Get-ChildItem Get-CimInstance Get-Date Get-Item Get-Module Hyper-V\\Get-VM Hyper-V\\Get-VMSnapshot Select-Object',
    vmm:
      'Export-Clixml Get-ChildItem Get-Date Get-Item Get-Module Select-Object VirtualMachineManager\\Get-SCJob ' +
      'VirtualMachineManager\\Get-SCVMCheckpoint VirtualMachineManager\\Get-SCVMMServer VirtualMachineManager\\Get-SCVirtualMachine',
  },
  element:
    'ArrayExpression ArrayLiteral AssignmentStatement Attribute BinaryExpression Command CommandExpression CommandParameter ' +
    'ConstantExpression ContinueStatement ExpandableStringExpression ForEachStatement Hashtable IfStatement MemberExpression ' +
    'NamedAttributeArgument NamedBlock ParamBlock Parameter Pipeline ReturnStatement ScriptBlock StatementBlock ' +
    'StringConstantExpression SubExpression ParenExpression TypeConstraint VariableExpression',
  operator: 'Icontains Ieq Igt Ilike Ine Inotcontains Or',
  type: 'Parameter string',
  assignment: 'Equals VariableExpression',
}

describe('collect', () => {
  it.each(sides)('prints the %s script in ASCII, and its SHA-256 on stderr', async (side) => {
    const { code, stdout, stderr } = await snapcheck(['collect', side])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[\n\x20-\x7e]+$/)
    expect(stderr).toBe(`sha256 ${createHash('sha256').update(stdout).digest('hex')}  collect-${side}.ps1\n`)
    const file = join(newFolder(), 'script.ps1')
    expect((await snapcheck(['collect', side, '--output', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(stdout)
  })

  it('prints both where no side is named, and refuses one file for two scripts and a side that there is none', async () => {
    expect((await snapcheck(['collect'])).stdout).toBe((await printed('host')) + (await printed('vmm')))
    expect(await snapcheck(['collect', '--output', 'x'])).toMatchObject({ code: 2, stderr: expect.stringContaining('SNAPCHECK_USAGE') })
    expect(await snapcheck(['collect', 'vm'])).toMatchObject({ code: 2, stderr: expect.stringContaining('vmm') })
  })
})

describeWithPowerShell('collector scripts in the real engine', () => {
  let session: Session
  beforeAll(async () => void (session = await openSession({ executable })))
  afterAll(() => session.dispose())

  async function offences(text: string, side: Side): Promise<readonly string[]> {
    const parts = (await run(session, aid('syntax'), { parameters: { Text: text } })).output.map((value) =>
      'value' in value ? String(value.value) : '',
    )
    const permitted = new Set([
      ...allowed.command[side].split(' ').map((name) => `command ${name}`),
      ...allowed.element.split(' ').map((name) => `element ${name}`),
      ...allowed.operator.split(' ').map((name) => `operator ${name}`),
      ...allowed.type.split(' ').map((name) => `type ${name}`),
      `assignment ${allowed.assignment}`,
    ])
    return [...new Set(parts)].filter((part) => !permitted.has(part))
  }

  it.each(sides)('the %s script consists of nothing but allowed commands and language elements', async (side) => {
    expect(await offences(await printed(side), side)).toEqual([])
  })

  it.each([
    ["Remove-VM 'x'", 'command Remove-VM'],
    ["Hyper-V\\Checkpoint-VM 'x'", 'command Hyper-V\\Checkpoint-VM'],
    ['& $vm', 'command '],
    ["[IO.File]::Delete('x')", 'type IO.File'],
    ['$vm.Delete()', 'element InvokeMemberExpression'],
    ["Get-Date > 'x'", 'element FileRedirection'],
    ["$vm.Name = 'x'", 'assignment Equals MemberExpression'],
    ['$a ? 1 : 2', 'element TernaryExpression'],
    ['$a ?? 1', 'operator QuestionQuestion'],
    ['if (', 'error MissingExpressionInParenthesis'],
  ])('would be refused with: %s', async (text, offence) => {
    const found = await offences(text, 'host')
    expect(found).toContain(text === 'if (' ? found.find((part) => part.startsWith('error ')) : offence)
  })

  async function collected(folder: string, side: Side, variant: string, fail = ''): Promise<readonly unknown[]> {
    mkdirSync(folder, { recursive: true })
    const parameters = { Script: await printed(side), Folder: folder, Variant: variant, Fail: fail }
    const result = await run(session, aid('stand-ins'), { parameters })
    expect(result.errors).toEqual([])
    return plain(result)
  }

  it('run in ConstrainedLanguage over stand-ins: diff finds what was lost, changed, new, and what a job or backup accounts for', async () => {
    const folder = newFolder()
    for (const variant of ['before', 'after']) for (const side of sides) await collected(join(folder, variant), side, variant)
    const { code, stdout } = await snapcheck(['diff', join(folder, 'before'), join(folder, 'after'), '--json'])
    const diff = JSON.parse(stdout) as Diff
    expect(diff.obstacles).toEqual([])
    expect({ code, conclusion: diff.conclusion, origin: diff.origin }).toEqual({ code: 1, conclusion: 'no', origin: 'simulator' })
    const rows = diff.rows.map((row) => [row.interface, row.name, row.fate, row.explanation?.by ?? null])
    expect(rows.toSorted()).toEqual(
      [
        ['hyperv-powershell', 'leaf', 'changed', 'parent-gone'],
        ['hyperv-powershell', 'middle', 'lost', 'job'],
        ['hyperv-powershell', 'new', 'new', 'made-between'],
        ['hyperv-powershell', 'of a backup', 'lost', 'backup'],
        ['hyperv-powershell', 'other', 'lost', null],
        ['hyperv-powershell', 'root', 'survived', null],
        ['scvmm-powershell', 'leaf', 'changed', 'parent-gone'],
        ['scvmm-powershell', 'middle', 'lost', 'job'],
        ['scvmm-powershell', 'new', 'new', 'made-between'],
        ['scvmm-powershell', 'other', 'lost', null],
        ['scvmm-powershell', 'root', 'changed', null],
      ].toSorted(),
    )
    expect(diff.rows.find(({ name, fate }) => name === 'root' && fate === 'changed')?.changes).toEqual([
      { property: 'comment', before: 'kept as it is', after: 'changed' },
    ])
  })

  it('both sides of one folder are joined by GUID: inspect judges what crosses', async () => {
    const folder = newFolder()
    for (const side of sides) await collected(folder, side, 'before')
    const output = join(newFolder(), 'out')
    await snapcheck(['inspect', folder, '--output', output])
    const { verdicts, participants, origin } = reportIn(output)
    const of = (claim: string): unknown =>
      verdicts
        .filter((verdict) => verdict.claim === claim && verdict.cell.observer === 'scvmm-powershell' && verdict.cell.creator === 'unknown')
        .map(({ cell, outcome }) => [cell.property, outcome])
    expect(of('C-027')).toEqual([
      ['identity', 'conforms'],
      ['identity', 'conforms'],
    ])
    expect(of('C-042')).toEqual([['parent', 'conforms']])
    expect(of('C-015')).toEqual([['comment', 'conforms']])
    // Select-Object leaves nothing of the base types, by which C-003 and C-025 would be judged.
    expect(verdicts.filter(({ outcome }) => outcome === 'violates' || outcome === 'deviates')).toEqual([])
    expect(origin).toBe('simulator')
    expect(participants.map(({ interface: reader, build }) => [reader, build])).toEqual([
      ['hyperv-powershell', '10.0.0'],
      ['scvmm-powershell', '0.0.0.1'],
    ])
  })

  it('go on where they were interrupted, write the newest file again, and leave a finished folder alone', async () => {
    const folder = newFolder()
    expect(
      (
        await run(session, aid('stand-ins'), {
          parameters: { Script: await printed('host'), Folder: folder, Variant: 'before', Fail: '-5.xml' },
        })
      ).hadErrors,
    ).toBe(true)
    expect(readdirSync(folder)).toHaveLength(6)
    const again = await collected(folder, 'host', 'before')
    expect(again).toContain('snapcheck-host-HOST-3.xml is there already')
    expect(again).toContain('snapcheck-host-HOST-4.xml written, 0 VMs')
    expect(readdirSync(folder)).toHaveLength(18)
    expect(String((await collected(folder, 'host', 'before'))[0])).toContain('holds a finished collection')
  })

  it('a collection without its end proves nothing', async () => {
    const folder = newFolder()
    await run(session, aid('stand-ins'), {
      parameters: { Script: await printed('host'), Folder: folder, Variant: 'before', Fail: '-end.xml' },
    })
    const whole = join(newFolder(), 'whole')
    await collected(whole, 'host', 'before')
    const { code, stdout } = await snapcheck(['diff', folder, whole, '--json'])
    expect(code).toBe(3)
    expect((JSON.parse(stdout) as Diff).obstacles.map((obstacle) => obstacle.code)).toEqual(['incomplete-collection'])
  })
})
