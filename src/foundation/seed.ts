import { createHash } from 'node:crypto'

/**
 * Values derived from a path of parts, never from the order of calls elsewhere: the same (seed, scenario, step) gives
 * the same value whatever ran before it, and in whichever worker.
 */
export function derivedBytes(...parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

/** A version 4 GUID in upper case, as Hyper-V prints it. */
export function derivedGuid(...parts: readonly (string | number)[]): string {
  const bytes = derivedBytes(...parts).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Returns a function that gives a new GUID at each call: number 1, 2, 3 … below the given path. */
export function guidSequence(...parts: readonly (string | number)[]): () => string {
  let count = 0
  return () => derivedGuid(...parts, ++count)
}
