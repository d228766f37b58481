import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { HttpResponse as MockedResponse, http as mocked } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, describe, expect, test } from 'vitest'
import { httpTransport } from './httpTransport.ts'
import { loopbackCertificate } from './testing/loopbackCertificate.ts'
import type { HttpEndpoint } from './transport.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return server
}
const urlOf = (server: Server, path = ''): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

function open(endpoint: Omit<HttpEndpoint, 'label'>, limits = {}) {
  const transport = httpTransport({ label: 'the host', ...endpoint }, limits)
  closing.push(() => transport.close())
  return transport
}

const post = { method: 'POST', path: '/wsman', headers: { 'content-type': 'text/plain' }, body: 'größe' }

describe('an exchange', () => {
  test('carries method, path below the root, headers and body, and brings back status, headers and text', async () => {
    const server = await serve((request, answer) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        answer.writeHead(
          500,
          [
            ['X-Two', 'a'],
            ['X-Two', 'b'],
            ['Content-Type', 'application/json'],
          ].flat(),
        )
        answer.end(
          JSON.stringify({
            method: request.method,
            url: request.url,
            type: request.headers['content-type'],
            body: Buffer.concat(chunks).toString(),
            authorization: request.headers.authorization,
          }),
        )
      })
    })
    const response = await open({ url: urlOf(server, '/root/'), credentials: { user: 'Grün', password: 'p:w' } }).send(post)
    expect(response.status).toBe(500)
    expect(response.headers['x-two']).toBe('a, b')
    expect(JSON.parse(response.body)).toEqual({
      method: 'POST',
      url: '/root/wsman',
      type: 'text/plain',
      body: 'größe',
      authorization: `Basic ${Buffer.from('Grün:p:w').toString('base64')}`,
    })
  })

  test('uses one connection for all requests, also when several are sent at once', async () => {
    const ports = new Set<number | undefined>()
    const server = await serve((request, answer) => {
      ports.add(request.socket.remotePort)
      answer.end('x')
    })
    const transport = open({ url: urlOf(server) })
    await Promise.all([1, 2, 3].map(() => transport.send(post)))
    await transport.send(post)
    expect(ports.size).toBe(1)
  })

  test('does not follow a redirect', async () => {
    const server = await serve((_request, answer) => answer.writeHead(307, { location: 'http://127.0.0.1:1/' }).end())
    expect((await open({ url: urlOf(server) }).send(post)).status).toBe(307)
  })

  test('reads UTF-16, which WS-Management allows', async () => {
    const server = await serve((_request, answer) =>
      answer.writeHead(200, { 'content-type': 'application/soap+xml;charset=UTF-16' }).end(Buffer.from('\uFEFFgröße', 'utf16le')),
    )
    expect((await open({ url: urlOf(server) }).send(post)).body).toBe('größe')
  })

  test('trusts a private CA where it is given, and nobody else', async () => {
    const server = createSecureServer(loopbackCertificate, (request, answer) => answer.end(request.headers.authorization))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    closing.push(async () => server.close())
    const endpoint = { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, credentials: { user: 'u', password: 'p' } }
    expect((await open({ ...endpoint, ca: loopbackCertificate.cert }).send(post)).body).toMatch(/^Basic /)
    await expect(open(endpoint).send(post)).rejects.toMatchObject({
      code: 'SNAPCHECK_UNREACHABLE',
      observed: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
  })

  test('checks the certificate also where the environment says not to', async () => {
    const server = createSecureServer(loopbackCertificate, (_request, answer) => answer.end('reached'))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    closing.push(async () => server.close())
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      const sent = open({ url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` }).send(post)
      await expect(sent).rejects.toMatchObject({ code: 'SNAPCHECK_UNREACHABLE', observed: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
    }
  })

  test('can be intercepted by msw', async () => {
    const server = setupServer(
      mocked.post('http://127.0.0.1:5985/wsman', async ({ request }) => MockedResponse.text(`mocked ${await request.text()}`)),
    )
    server.listen()
    closing.push(async () => server.close())
    expect((await open({ url: 'http://127.0.0.1:5985' }).send(post)).body).toBe('mocked größe')
  })
})

describe('failures', () => {
  test.each([401, 403])('%i is a refusal of access', async (status) => {
    const server = await serve((_request, answer) => answer.writeHead(status).end('secret page'))
    await expect(open({ url: urlOf(server) }).send(post)).rejects.toMatchObject({
      code: 'SNAPCHECK_ACCESS_DENIED',
      place: 'the host',
      observed: `HTTP ${status}`,
    })
  })

  test('nobody there, a broken connection and silence are "unreachable", with the label and without the address', async () => {
    const gone = await serve(() => undefined)
    const url = urlOf(gone)
    gone.close()
    const breaking = await serve((request) => request.socket.destroy())
    const silent = await serve(() => undefined)
    const seen = [
      [url, 'ECONNREFUSED'],
      [urlOf(breaking), 'ECONNRESET'],
      [urlOf(silent), 'nothing within 200 ms'],
    ] as const
    for (const [address, observed] of seen) {
      const error = await open({ url: address, timeout: 200 })
        .send(post)
        .catch((caught: unknown) => caught)
      expect(error).toMatchObject({ code: 'SNAPCHECK_UNREACHABLE', place: 'the host', observed })
      expect((error as Error).cause).toBeInstanceOf(Error)
      expect((error as Error).message).not.toContain('127.0.0.1')
    }
  })

  test('an answer that stops in its middle is waited for no longer than for any other', async () => {
    const server = await serve((_request, answer) => {
      answer.writeHead(200, { 'content-length': '100' })
      answer.write('half')
    })
    await expect(open({ url: urlOf(server), timeout: 200 }).send(post)).rejects.toMatchObject({
      code: 'SNAPCHECK_UNREACHABLE',
      observed: 'nothing within 200 ms',
    })
  })

  test('an answer that breaks off in its middle is "unreachable" too', async () => {
    const server = await serve((request, answer) => {
      answer.writeHead(200, { 'content-length': '100' })
      answer.write('half', () => request.socket.destroy())
    })
    await expect(open({ url: urlOf(server) }).send(post)).rejects.toMatchObject({ code: 'SNAPCHECK_UNREACHABLE' })
  })

  test('too large an answer and bytes that are no text are refused', async () => {
    const server = await serve((request, answer) =>
      answer.end(request.url === '/large' ? 'x'.repeat(2000) : Buffer.from([0xff, 0xfe, 0xfd])),
    )
    const transport = open({ url: urlOf(server) }, { largestAnswer: 1000 })
    await expect(transport.send({ ...post, path: '/large' })).rejects.toMatchObject({
      code: 'SNAPCHECK_PROTOCOL',
      observed: 'over 1000 bytes',
    })
    await expect(transport.send({ ...post, path: '/binary' })).rejects.toMatchObject({
      code: 'SNAPCHECK_PROTOCOL',
      observed: 'bytes that are no utf-8',
    })
  })

  test("the caller's signal ends a request with its own reason", async () => {
    const server = await serve(() => undefined)
    const stop = new AbortController()
    const sent = open({ url: urlOf(server) }).send(post, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(sent).rejects.toThrowError('stopped')
  })
})

describe('endpoints that are refused before anything is sent', () => {
  const credentials = { user: 'u', password: 'p' }

  test.each(['http://hv01.example:5985', 'http://10.0.0.1', 'http://127.0.0.1.example', 'http://[::2]'])('a password over %s', (url) => {
    expect(() => open({ url, credentials })).toThrowError(
      expect.objectContaining({ code: 'SNAPCHECK_CREDENTIALS_IN_CLEAR', place: 'the host' }),
    )
    expect(() => open({ url })).not.toThrow()
  })

  test.each(['http://127.0.0.1:1', 'http://127.9.9.9', 'http://localhost', 'http://[::1]:1', 'https://hv01.example'])(
    'but not over %s',
    (url) => {
      expect(() => open({ url, credentials })).not.toThrow()
    },
  )

  test.each(['', 'hv01', 'ftp://hv01', 'https://user:pw@hv01', 'https://user@hv01'])('"%s"', (url) => {
    expect(() => open({ url })).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_OPTION_VALUE' }))
  })
})
