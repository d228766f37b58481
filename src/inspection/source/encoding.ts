/** The encodings in which PowerShell and its users write files. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** By byte order mark; without one, by the zero byte that half of every ASCII character is in UTF-16. UTF-8 otherwise. */
export function encodingOf(start: Uint8Array): Encoding {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le'
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be'
  return 'utf-8'
}
