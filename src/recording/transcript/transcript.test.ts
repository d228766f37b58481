import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { digestOf } from '../canonical.ts'
import type { StoredEvidence } from '../evidence.ts'
import { readExchange } from './read.ts'
import { writeTranscript } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapcheck-transcript-'))
afterAll(() => rmSync(folder, { recursive: true }))

const stored = (body: string): StoredEvidence => ({
  digest: digestOf(body),
  mediaType: 'application/http',
  bytes: Buffer.byteLength(body),
  body,
  redactions: [],
})

test('every exchange is read back from its place, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 }), (bodies) => {
      const placed = writeTranscript(folder, 'name.given/hyperv-wmi', bodies.map(stored))
      const found = placed.map(({ file, offset, bytes }) => readExchange({ path: join(folder, file), offset, bytes }))
      expect(found).toEqual(bodies)
    }),
  )
})

test('reads from top to bottom as a conversation, under a name that is legal on NTFS', () => {
  const [first, second] = [stored('GET /a\n\nHTTP 200\n'), stored('GET /b\n\nHTTP 404\n')]
  writeTranscript(folder, 'a.b/scvmm-spf@vm:1', [first, second])
  expect(readdirSync(folder)).toContain('a.b.scvmm-spf-vm-1.txt')
  const text = readFileSync(join(folder, 'a.b.scvmm-spf-vm-1.txt'), 'utf8')
  expect(text).toMatch(/^The exchanges of a\.b\/scvmm-spf@vm:1,/)
  expect(text).toContain(`exchange 2 of 2, ${second.bytes} bytes, ${second.digest}\n\n${second.body}`)
})

test('a transcript that is cut off or gone gives nothing rather than a part', () => {
  const [placed] = writeTranscript(folder, 'torn', [stored('a long answer')])
  const place = { ...placed!, path: join(folder, placed!.file) }
  truncateSync(place.path, place.offset + 3)
  expect(readExchange(place)).toBeUndefined()
  rmSync(place.path)
  expect(readExchange(place)).toBeUndefined()
})

test('nothing is written where nothing happened', () => {
  expect(writeTranscript(join(folder, 'never made'), 'x', [])).toEqual([])
  expect(readdirSync(folder)).not.toContain('never made')
})
