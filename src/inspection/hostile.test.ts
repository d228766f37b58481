import { execFile } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { exported, inventories2017, inventory2014, temporaryFolder, type TemporaryFolder } from './testing/files.ts'

const run = promisify(execFile)
const child = fileURLToPath(new URL('./testing/inspect-child.ts', import.meta.url))

/** The limits that the issue names, per file. */
const limits = { milliseconds: 10_000, megabytes: 600 }

interface Outcome {
  readonly errors: readonly Readonly<Record<'path' | 'code' | 'message' | 'place' | 'observed' | 'expected' | 'next', string>>[]
  readonly megabytes: number
}

async function inspect(path: string): Promise<Outcome> {
  const { stdout } = await run(process.execPath, [child, path], { timeout: limits.milliseconds, maxBuffer: 1024 * 1024 })
  return JSON.parse(stdout) as Outcome
}

/** Writes a file a piece at a time, however large it is. */
function large(folder: TemporaryFolder, name: string, head: string, filling: string, times: number, tail = ''): string {
  const path = join(folder.path, name)
  const file = openSync(path, 'w')
  const block = filling.repeat(1024)
  writeSync(file, head)
  for (let written = 0; written < times; written += 1024) writeSync(file, block)
  writeSync(file, tail)
  closeSync(file)
  return path
}

/** A file of the size, of which only the beginning is stored. */
function sparse(folder: TemporaryFolder, head: string, bytes: number): string {
  const path = folder.write('sparse.json', head)
  const file = openSync(path, 'r+')
  ftruncateSync(file, bytes)
  closeSync(file)
  return path
}

const million = 1_000_000
const objs = '<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04">'
const soap = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>'
const bomb = `<!DOCTYPE lol [${Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}]>`
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')
const half = (path: string): Buffer => {
  const bytes = readFileSync(path)
  return bytes.subarray(0, bytes.length / 2)
}

const cases: readonly (readonly [what: string, code: string, make: (folder: TemporaryFolder) => string])[] = [
  ['CLIXML that breaks off', 'SNAPCHECK_XML_MALFORMED', (folder) => folder.write('x', half(inventory2014))],
  ['JSON that breaks off', 'SNAPCHECK_FILE_MALFORMED', (folder) => folder.write('x', half(inventories2017[1]!))],
  ['an entity bomb', 'SNAPCHECK_XML_FORBIDDEN', (folder) => folder.write('x', `${bomb}${objs}<S>&l9;</S></Objs>`)],
  [
    'an entity bomb in UTF-16',
    'SNAPCHECK_XML_FORBIDDEN',
    (folder) => folder.write('x', `${bomb}${objs}<S>&l9;</S></Objs>`, 'utf-16le with BOM'),
  ],
  [
    'an external entity',
    'SNAPCHECK_XML_FORBIDDEN',
    (folder) => folder.write('x', `<!DOCTYPE x SYSTEM "file:///etc/hostname">${objs}</Objs>`),
  ],
  ['100,000 elements inside each other', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', objs, '<Obj><LST>', 100_000)],
  ['100,000 elements inside each other, of any name', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', '', '<a>', 100_000)],
  ['100,000 elements inside each other in an envelope', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', soap, '<a>', 100_000)],
  ['a tag name of 200 MB', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', '<', 'a', 200 * million)],
  ['a tag name of 50 MB in a known document', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', `${objs}<`, 'a', 50 * million)],
  ['an attribute of 50 MB', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', `${objs}<S N="`, 'a', 50 * million)],
  ['a text of 50 MB', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', `${objs}<S>`, 'a', 50 * million)],
  ['a comment of 50 MB', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', '<!--', 'a', 50 * million)],
  ['three million objects', 'SNAPCHECK_XML_LIMIT', (folder) => large(folder, 'x', objs, '<Obj/>', 3 * million, '</Objs>')],
  ['an envelope of 200 MB', 'SNAPCHECK_FILE_LIMIT', (folder) => large(folder, 'x', soap, '<a/>', 50 * million)],
  ['JSON nested 100,000 deep', 'SNAPCHECK_FILE_LIMIT', (folder) => large(folder, 'x', '', '[', 100_000)],
  ['JSON with 50 million values', 'SNAPCHECK_FILE_LIMIT', (folder) => large(folder, 'x', '[{}', ',{}', 50 * million, ']')],
  ['JSON of 2 GB', 'SNAPCHECK_FILE_LIMIT', (folder) => sparse(folder, '{"vms":[', 2_000 * million)],
  [
    'bytes that are no UTF-8',
    'SNAPCHECK_FILE_MALFORMED',
    (folder) => folder.write('x', Buffer.concat([Buffer.from(`${objs}<S>`), Buffer.from([0xc3, 0x28]), Buffer.from('</S></Objs>')])),
  ],
  [
    'half a surrogate pair in UTF-16',
    'SNAPCHECK_FILE_MALFORMED',
    (folder) => folder.write('x', `${objs}<S>\uD83D</S></Objs>`, 'utf-16le with BOM'),
  ],
  [
    'half a character at the end of UTF-16',
    'SNAPCHECK_FILE_MALFORMED',
    (folder) => folder.write('x', Buffer.concat([Buffer.from(`\uFEFF${exported([])}`, 'utf16le'), Buffer.from([0x20])])),
  ],
  ['an empty file', 'SNAPCHECK_FILE_UNREADABLE', (folder) => folder.write('x', '')],
  ['white space', 'SNAPCHECK_FILE_UNKNOWN', (folder) => folder.write('x', ' \r\n')],
  ['a folder', 'SNAPCHECK_FILE_UNREADABLE', (folder) => (mkdirSync(join(folder.path, 'x')), join(folder.path, 'x'))],
  ['a file that is not there', 'SNAPCHECK_FILE_UNREADABLE', (folder) => join(folder.path, 'x')],
  ['a picture', 'SNAPCHECK_FILE_UNKNOWN', (folder) => folder.write('x', png)],
  ['another XML document', 'SNAPCHECK_FILE_UNKNOWN', (folder) => folder.write('x', '<html xmlns="http://www.w3.org/1999/xhtml"/>')],
  [
    'CLIXML of other objects',
    'SNAPCHECK_FILE_UNKNOWN',
    (folder) => folder.write('x', exported(['<Obj><Props><S N="Name">spooler</S></Props></Obj>'])),
  ],
  ['another JSON document', 'SNAPCHECK_FILE_UNKNOWN', (folder) => folder.write('x', '{"name":"snapcheck"}')],
  ['a value that is none of its type', 'SNAPCHECK_CLIXML_MALFORMED', (folder) => folder.write('x', exported(['<I32>x</I32>']))],
  ['a number that JSON does not have', 'SNAPCHECK_FILE_MALFORMED', (folder) => folder.write('x', '[NaN]')],
]

describe('what cannot be read says so, within 10 seconds and 600 MB', () => {
  it.each(cases)('%s', async (_what, code, make) => {
    using folder = temporaryFolder()
    const { errors, megabytes } = await inspect(make(folder))
    expect(errors).toEqual([
      {
        path: expect.any(String),
        code,
        message: expect.any(String),
        place: expect.any(String),
        observed: expect.any(String),
        expected: expect.any(String),
        next: expect.any(String),
      },
    ])
    expect(megabytes).toBeLessThan(limits.megabytes)
    expect(JSON.stringify(errors)).not.toContain(folder.path)
  })
})
