/**
 * Reads a CLIXML file several times in this process and prints the median as JSON: `bare FILE` with the XML parser alone,
 * its handlers empty; `reader FILE` with the CLIXML reader, which lets go of each VM of an inventory as inspection does.
 */
import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { cliXmlReader } from '../../src/protocols/powershell/codec/read.ts'
import { median } from '../statistics.ts'

/** As long as what `inspect` reads from a file at once. */
const pieceLength = 64 * 1024
const warmUp = 2
const repetitions = 7

const ways: Readonly<Record<string, (pieces: readonly string[]) => void>> = {
  bare(pieces) {
    const parser = new SaxesParser({ xmlns: true })
    for (const event of ['opentag', 'closetag', 'text'] as const) parser.on(event, () => undefined)
    for (const piece of pieces) parser.write(piece)
    parser.close()
  },
  reader(pieces) {
    const reader = cliXmlReader('bench', { object: (object, path) => (path.length === 3 ? 'release' : object) })
    for (const piece of pieces) reader.write(piece)
    reader.end()
  },
}

const [name, file] = process.argv.slice(2)
const read = ways[name!]!
const pieces = readFileSync(file!, 'utf8').match(new RegExp(`[^]{1,${pieceLength}}`, 'g')) ?? []
const times: number[] = []
for (let turn = 0; turn < warmUp + repetitions; turn++) {
  const began = performance.now()
  read(pieces)
  times.push(performance.now() - began)
}
console.log(JSON.stringify({ reading: { value: median(times.slice(warmUp)), unit: 'ms' } }))
