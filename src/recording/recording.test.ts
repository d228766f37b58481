import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { SnapcheckError } from '../foundation/errors.ts'
import type { EvidenceTrail } from '../interfaces/port.ts'
import { httpTransport } from '../protocols/http/httpTransport.ts'
import { capturing } from './capturing.ts'
import { evidenceStore } from './evidence.ts'
import type { Exchange } from './exchange.ts'
import { redact, storableHeaders } from './redaction.ts'
import { evidenceOf, evidenceTrail } from './trail.ts'

const closing: (() => unknown)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that puts its own address into headers and body, as OData does, and hands out every sort of secret. */
async function secretive(secret: string): Promise<string> {
  const server = createServer((request, answer) => {
    const host = request.headers.host!
    answer.writeHead(request.url === '/denied' ? 401 : 200, {
      'content-type': 'text/plain',
      'x-snapcheck-lab': '1',
      location: `http://${host}/next`,
      'set-cookie': `session=${secret}`,
      'www-authenticate': `Negotiate ${secret}`,
      'x-custom-token': secret,
      'x-principal': Buffer.from(secret).toString('base64'),
    })
    answer.end(`see http://${host}/next or ${host}`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function recorder(url: string, password: string) {
  const store = evidenceStore()
  const trail = evidenceTrail()
  const transport = httpTransport({ label: 'lab host', url, credentials: { user: 'admin', password } })
  closing.push(() => transport.close())
  return { store, trail, transport: capturing(transport, store, trail) }
}

const get = {
  method: 'GET',
  path: '/x',
  headers: { accept: 'text/plain', Authorization: 'Bearer s3cr3t-s3cr3t', cookie: 'a=s3cr3t-s3cr3t', 'x-api-key': 's3cr3t-s3cr3t' },
}

describe('what is captured', () => {
  test('holds the exchange, but neither a secret in any encoding nor the address', async () => {
    const secret = 's3cr3t-s3cr3t'
    const url = await secretive(secret)
    const { store, trail, transport } = recorder(url, secret)
    const { evidence } = await trail.gather(() => transport.send(get))
    const [stored] = store.all()
    expect(evidence).toEqual([stored!.digest])
    expect(stored!.body).toBe(
      'GET /x\naccept: text/plain\nhost: lab host\n\n\n\nHTTP 200\ncontent-type: text/plain\nlocation: http://lab-host/next\nx-snapcheck-lab: 1\n\nsee http://lab-host/next or lab-host\n',
    )
    expect(stored).toMatchObject({ mediaType: 'application/http', bytes: stored!.body.length })
    expect(stored!.redactions).toEqual(
      expect.arrayContaining([
        'endpoint address',
        'request header authorization',
        'request header cookie',
        'request header x-api-key',
        'response header set-cookie',
        'response header www-authenticate',
        'response header x-custom-token',
      ]),
    )
    const encodings = [
      secret,
      Buffer.from(secret).toString('base64'),
      Buffer.from(`admin:${secret}`).toString('base64'),
      Buffer.from(secret).toString('hex'),
      encodeURIComponent(secret),
    ]
    for (const form of [...encodings, new URL(url).port]) expect(JSON.stringify(store.all())).not.toContain(form)
  })

  test('is the same for two servers on two ports', async () => {
    const digests: string[] = []
    for (let run = 0; run < 2; run++) {
      const { trail, transport } = recorder(await secretive('x'.repeat(run + 20)), `p${run}`)
      digests.push(...(await trail.gather(() => transport.send(get))).evidence)
    }
    expect(digests).toHaveLength(2)
    expect(new Set(digests).size).toBe(1)
    expect(digests[0]).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  test('a refused or unanswered request leaves evidence too, reachable from the error', async () => {
    const { store, trail, transport } = recorder(await secretive('secret'), 'p')
    const denied = await trail.gather(() => transport.send({ ...get, path: '/denied' })).catch((error: unknown) => error)
    expect(denied).toMatchObject({ code: 'SNAPCHECK_ACCESS_DENIED' })
    expect(store.get(evidenceOf(denied)[0]!)?.body).toContain('(no answer: SNAPCHECK_ACCESS_DENIED, HTTP 401, offers Negotiate)')
    const gone = recorder('http://127.0.0.1:1', 'p')
    const unreachable = await gone.trail.gather(() => gone.transport.send(get)).catch((error: unknown) => error)
    expect(gone.store.get(evidenceOf(unreachable)[0]!)?.body).toContain('SNAPCHECK_UNREACHABLE, ECONNREFUSED')
  })
})

describe('redaction', () => {
  const exchange = (body: string, headers: Readonly<Record<string, string>> = {}): Exchange => ({
    endpoint: 'host',
    request: { method: 'POST', path: '/p', headers, body },
    outcome: { kind: 'answered', response: { status: 200, headers, body } },
  })

  test('no header outside the list is ever stored, whatever its case', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{2,20}$/).filter((each) => !storableHeaders.has(each.toLowerCase()))
    fc.assert(
      fc.property(name, fc.stringMatching(/^[!-~]{12,40}$/), (header, value) => {
        const store = evidenceStore()
        const clean = redact(exchange('', { [header]: value }))
        store.put(clean)
        expect(store.all()[0]!.body).not.toContain(value)
        expect(clean.redactions).toEqual([`request header ${header.toLowerCase()}`, `response header ${header.toLowerCase()}`])
      }),
    )
  })

  test('text that was written for a test is never touched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const clean = redact(exchange(body), 'http://127.0.0.1:61234')
        expect(clean.value.request.body).toBe(body)
        expect(clean.value.outcome).toMatchObject({ response: { body } })
      }),
      { examples: [[' Authorization: Basic abc\r\n\0'], ['http://127.0.0.1:6123']] },
    )
  })

  test('a store takes redacted exchanges only', () => {
    const store = evidenceStore()
    // @ts-expect-error -- an exchange that was not redacted is refused by its type
    const attempt = (): string => store.put(exchange('secret'))
    expect(attempt).toBeTypeOf('function')
  })
})

describe('a trail', () => {
  test('gathers for nested and for simultaneous work what each of them did', async () => {
    const trail = evidenceTrail()
    const port: EvidenceTrail = trail
    const later = async (digest: string): Promise<void> => {
      await new Promise((done) => setImmediate(done))
      trail.add(digest)
    }
    const [one, two] = await Promise.all([
      port.gather(async () => {
        trail.add('1')
        const inner = await port.gather(() => later('2'))
        return inner.evidence
      }),
      port.gather(() => later('3')),
    ])
    expect(one).toEqual({ value: ['2'], evidence: ['1', '2'] })
    expect(two.evidence).toEqual(['3'])
    trail.add('nobody gathers this')
    expect(evidenceOf(new Error('other'))).toEqual([])
    expect(evidenceOf('text')).toEqual([])
  })

  test('tells of a failure everything up to it', async () => {
    const trail = evidenceTrail()
    const error = new SnapcheckError('SNAPCHECK_PROTOCOL', 'x')
    const failing = trail.gather(async () => {
      trail.add('1')
      await trail.gather(async () => {
        trail.add('2')
        throw error
      })
    })
    await expect(failing).rejects.toBe(error)
    expect(evidenceOf(error)).toEqual(['1', '2'])
  })
})
