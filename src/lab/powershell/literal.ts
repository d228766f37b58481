/** Text of PowerShell as it stands in a module that the lab writes: constants of our own data, never somebody's values. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export function list(texts: readonly string[]): string {
  return `@(${texts.map(quoted).join(', ')})`
}

/** An ordered dictionary. */
export function dictionary(entries: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(entries).map(([name, value]) => `${quoted(name)} = ${typeof value === 'number' ? value : quoted(value)}`)
  return `([ordered]@{${written.join('; ')}})`
}
