import type { Cmdlet, CmdletParameter, Place, PowerShellModule } from '../../products/powershell/cmdlet.ts'
import { quoted } from './literal.ts'

/** One advanced function: what the cmdlet declares, and a body that hands over what was bound. */
export function functionText(module: PowerShellModule, cmdlet: Cmdlet): string {
  const { name, aliases = [], parameters } = cmdlet
  return [
    `function ${name} {`,
    `    [CmdletBinding(${binding(cmdlet).join(', ')})]`,
    ...(aliases.length === 0 ? [] : [`    [Alias(${aliases.map(quoted).join(', ')})]`]),
    '    param(',
    parameters.map((parameter) => parameterText(module, parameter)).join(',\n'),
    '    )',
    `    process { Invoke-LabCmdlet $PSCmdlet ${quoted(`${module.name}/${name}`)} $PSBoundParameters }`,
    '}',
  ].join('\n')
}

function binding({ defaultSet, confirmImpact }: Cmdlet): readonly string[] {
  return [
    ...(defaultSet === undefined ? [] : [`DefaultParameterSetName = ${quoted(defaultSet)}`]),
    ...(confirmImpact === undefined ? [] : [`SupportsShouldProcess = $true, ConfirmImpact = ${quoted(confirmImpact)}`]),
    'PositionalBinding = $false',
  ]
}

function parameterText(module: PowerShellModule, { name, type, aliases = [], sets }: CmdletParameter): string {
  const lines = [
    ...Object.entries(sets).map(([set, place]) => `[Parameter(${placeText(set, place).join(', ')})]`),
    ...(aliases.length === 0 ? [] : [`[Alias(${aliases.map(quoted).join(', ')})]`]),
    `[${typeText(module, type)}] $${name}`,
  ]
  return lines.map((line) => `        ${line}`).join('\n')
}

function placeText(set: string, { mandatory = false, position, pipeline }: Place): readonly string[] {
  return [
    ...(set === '*' ? [] : [`ParameterSetName = ${quoted(set)}`]),
    ...(mandatory ? ['Mandatory = $true'] : []),
    ...(position === undefined ? [] : [`Position = ${position}`]),
    ...(pipeline === 'value' || pipeline === 'both' ? ['ValueFromPipeline = $true'] : []),
    ...(pipeline === 'name' || pipeline === 'both' ? ['ValueFromPipelineByPropertyName = $true'] : []),
  ]
}

const plain: Readonly<Record<string, string>> = {
  String: 'string',
  Boolean: 'bool',
  Guid: 'guid',
  Int32: 'int',
  Int64: 'long',
  UInt32: 'uint32',
  UInt64: 'uint64',
  SwitchParameter: 'switch',
  PSCredential: 'pscredential',
}

/** A type that the lab does not define takes anything; whatever is given there is refused. */
function typeText(module: PowerShellModule, type: string): string {
  if (type.endsWith('[]')) return `${typeText(module, type.slice(0, -2))}[]`
  const { enums, types } = module
  const names = [...enums.map(({ name }) => name), ...types.flatMap(({ name, bases }) => [name, ...bases])]
  return plain[type] ?? names.find((name) => name.endsWith(`.${type}`)) ?? 'object'
}
