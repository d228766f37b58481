import { expect, it } from 'vitest'
import { labMark } from '../../foundation/lab-mark.ts'
import { powerShellModules } from '../../products/powershell/modules.ts'
import { openSession } from '../../protocols/powershell/session/session.ts'
import { describeWithPowerShell, executable } from '../../protocols/powershell/session/testing/powershell.ts'
import { run } from '../../protocols/powershell/session/testing/scripts.ts'
import { moduleText } from './module-text.ts'
import { openDesk } from './testing/desk.ts'

/** What Windows PowerShell 5.1 has no syntax for: by name, since a 5.1 was never at hand. */
const newer = ['TernaryExpressionAst', 'PipelineChainAst', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket']

/** Names of the kinds of its syntax elements and tokens, and behind a colon the commands that it calls but does not define. */
const described = `param($Text)
  $tokens = $null; $problems = $null
  $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$problems)
  foreach ($problem in $problems) { "problem $($problem.Message)" }
  foreach ($token in $tokens) { "token $($token.Kind)" }
  $defined = @{}
  foreach ($function in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)) { $defined[$function.Name] = 1 }
  foreach ($node in $tree.FindAll({ $true }, $true)) {
    "node $($node.GetType().Name)"
    if ($node -is [System.Management.Automation.Language.CommandAst] -and -not $defined[$node.GetCommandName()]) { "calls $($node.GetCommandName())" }
  }`

describeWithPowerShell('the modules that the lab writes', () => {
  it.each(powerShellModules.map((module) => [module.name, module] as const))(
    '%s parses, has no syntax newer than Windows PowerShell 5.1 and calls no command but its own',
    { timeout: 60_000 },
    async (_name, module) => {
      await using session = await openSession({ executable })
      const { output } = await run(session, described, { parameters: { Text: moduleText(module) } })
      const said = new Set(output.map((value) => ('value' in value ? String(value.value) : '')))
      expect(said).toContain('node FunctionDefinitionAst')
      expect([...said].filter((line) => line.startsWith('problem ') || line.startsWith('calls '))).toEqual([])
      for (const kind of newer) expect([...said].filter((line) => line.endsWith(` ${kind}`))).toEqual([])
    },
  )

  it('bear the mark of the lab, and export what the products export of it', { timeout: 60_000 }, async () => {
    await using desk = await openDesk()
    for (const { name, guid, cmdlets } of powerShellModules) {
      const [author, id, ...exported] = await desk.texts(
        `Import-Module ${name}; $m = Get-Module ${name}; $m.Author; $m.Guid; $m.ExportedFunctions.Keys; $m.ExportedAliases.Keys`,
      )
      expect([author, id]).toEqual([labMark.vendor, guid])
      const expected = cmdlets.flatMap((cmdlet) => [cmdlet.name, ...(cmdlet.aliases ?? [])])
      expect(exported.toSorted()).toEqual(expected.toSorted())
    }
  })

  it('do not load where the types of the product are', { timeout: 60_000 }, async () => {
    await using desk = await openDesk()
    const product = `$assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([System.Reflection.AssemblyName]::new('theirs'), 'Run')
      $null = $assembly.DefineDynamicModule('theirs').DefineEnum('Microsoft.HyperV.PowerShell.VMState', 'Public', [int]).CreateType()
      Import-Module Hyper-V; Get-VM`
    const { errors } = await desk.run(product)
    expect(errors.map(({ message }) => message)).toContainEqual(expect.stringContaining("modules load only where the product's are not"))
    expect((await desk.run('Hyper-V\\Get-VM')).output).toEqual([])
  })

  it('reach nothing but loopback', { timeout: 60_000 }, async () => {
    await using desk = await openDesk()
    const errors = await desk.run("[System.Environment]::SetEnvironmentVariable('SNAPCHECK_LAB_POWERSHELL', 'http://192.0.2.1/'); Get-VM")
    expect(errors.errors.map(({ message }) => message)).toEqual([expect.stringContaining('SNAPCHECK_LAB_POWERSHELL')])
  })
})
