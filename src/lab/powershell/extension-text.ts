import type { ObjectType, PowerShellModule } from '../../products/powershell/cmdlet.ts'

/** The module's type file: alias properties, and of a job its state now. */
export function typeFileText({ types }: PowerShellModule): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types>\n${types.map(extended).join('')}</Types>\n`
}

function extended({ name, aliases = {}, live = [] }: ObjectType): string {
  const members = [
    ...Object.entries(aliases).map(
      ([alias, of]) => `<AliasProperty><Name>${alias}</Name><ReferencedMemberName>${of}</ReferencedMemberName></AliasProperty>`,
    ),
    ...live.map((property) => `<ScriptProperty><Name>${property}</Name><GetScriptBlock>${now(property)}</GetScriptBlock></ScriptProperty>`),
  ]
  return members.length === 0 ? '' : `<Type><Name>${name}</Name><Members>${members.join('')}</Members></Type>\n`
}

/** `psbase`, so that the answer's own property is read and not this one again. */
function now(property: string): string {
  return `(VirtualMachineManager\\Get-SCJob -ID $this.ID).psbase.${property}`
}

/** The module's format file: default tables. */
export function formatFileText({ types }: PowerShellModule): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<Configuration><ViewDefinitions>\n${types.map(view).join('')}</ViewDefinitions></Configuration>\n`
}

function view({ name, table = [] }: ObjectType): string {
  if (table.length === 0) return ''
  const headers = table.map(() => '<TableColumnHeader/>').join('')
  const items = table.map((column) => `<TableColumnItem><PropertyName>${column}</PropertyName></TableColumnItem>`).join('')
  const rows = `<TableRowEntries><TableRowEntry><TableColumnItems>${items}</TableColumnItems></TableRowEntry></TableRowEntries>`
  const control = `<TableControl><TableHeaders>${headers}</TableHeaders>${rows}</TableControl>`
  return `<View><Name>${name}</Name><ViewSelectedBy><TypeName>${name}</TypeName></ViewSelectedBy>${control}</View>\n`
}
