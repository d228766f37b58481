import { closeSync, existsSync, openSync, readSync } from 'node:fs'

/** Where an exchange lies: `bytes` from `offset` on in the file `path`. */
export interface Place {
  readonly path: string
  readonly offset: number
  readonly bytes: number
}

/** The text of an exchange; undefined where its file is not there or too short. */
export function readExchange({ path, offset, bytes }: Place): string | undefined {
  if (!existsSync(path)) return undefined
  const file = openSync(path, 'r')
  try {
    const text = Buffer.alloc(bytes)
    return readSync(file, text, 0, bytes, offset) === bytes ? text.toString('utf8') : undefined
  } finally {
    closeSync(file)
  }
}
