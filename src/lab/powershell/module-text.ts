import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { labMark } from '../../foundation/lab-mark.ts'
import type { EnumType, ObjectType, PowerShellModule } from '../../products/powershell/cmdlet.ts'
import { functionText } from './function-text.ts'
import { dictionary, list, quoted } from './literal.ts'
import { packageRoot } from './package-root.ts'

/** The manifest; its author and its GUID are the lab's mark in this dialect. */
export function manifestText({ name, guid, version, cmdlets }: PowerShellModule): string {
  return [
    '@{',
    `    RootModule = ${quoted(`${name}.psm1`)}`,
    `    ModuleVersion = ${quoted(version)}`,
    `    GUID = ${quoted(guid)}`,
    `    Author = ${quoted(labMark.vendor)}`,
    `    Description = ${quoted(`Stands in for ${name}: its cmdlets work on a simulator.`)}`,
    "    PowerShellVersion = '5.1'",
    `    TypesToProcess = ${list([`${name}.Types.ps1xml`])}`,
    `    FormatsToProcess = ${list([`${name}.Format.ps1xml`])}`,
    `    FunctionsToExport = ${list(cmdlets.map((cmdlet) => cmdlet.name))}`,
    `    AliasesToExport = ${list(cmdlets.flatMap(({ aliases = [] }) => aliases))}`,
    '    CmdletsToExport = @()',
    '    VariablesToExport = @()',
    '}',
    '',
  ].join('\n')
}

export function moduleText(module: PowerShellModule): string {
  const { cmdlets, enums, types, exception } = module
  return [
    `# ${labMark.vendor}. Generated; written again at each start of the lab.`,
    ...['types', 'bridge'].map((name) => readFileSync(join(packageRoot, `src/lab/powershell/scripts/${name}.ps1`), 'utf8')),
    ...enums.map(enumText),
    ...types.map(typeText),
    `Add-LabException ${quoted(exception)}`,
    ...cmdlets.map((cmdlet) => functionText(module, cmdlet)),
    '',
  ].join('\n')
}

function enumText({ name, values }: EnumType): string {
  return `Add-LabEnum ${quoted(name)} ${dictionary(values)}`
}

function typeText({ name, bases, properties, fromText = '' }: ObjectType): string {
  return `Add-LabType ${quoted(name)} ${list(bases)} ${dictionary(properties)} ${quoted(fromText)}`
}
