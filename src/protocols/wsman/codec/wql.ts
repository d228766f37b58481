/** Property and the value that it must equal; text compares without regard to case in WQL. */
export interface Condition {
  readonly property: string
  readonly equals: string
}

export interface Associators {
  readonly className: string
  readonly keys: readonly { readonly name: string; readonly value: string }[]
  readonly associationClass: string
  readonly resultClass: string
}

export function selectQuery(className: string, where: readonly Condition[]): string {
  const conditions = where.map(({ property, equals }) => `${property} = ${quoted(equals)}`)
  return `SELECT * FROM ${className}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`
}

/** The text that libvirt sends to real hosts (ws-man.md section 12). */
export function associatorsQuery({ className, keys, associationClass, resultClass }: Associators): string {
  const object = keys.map(({ name, value }) => `${name}=${quoted(value)}`).join(',')
  return `ASSOCIATORS OF {${className}.${object}} WHERE AssocClass = ${associationClass} ResultClass = ${resultClass}`
}

/** Single quotes, as all known clients write them; a backslash escapes itself and the quote. */
function quoted(value: string): string {
  return `'${value.replace(/[\\']/g, String.raw`\$&`)}'`
}
