import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { httpTransport } from '../../http/httpTransport.ts'
import { declareSet } from '../codec/declare.ts'
import { literal } from '../codec/literals.ts'
import { odataClient, type ODataClient } from './odataClient.ts'

interface Answer {
  readonly status: number
  readonly type?: string
  readonly body?: string
}

interface Peer extends AsyncDisposable {
  readonly client: ODataClient
  /** Method, path, Accept and Content-Type of each request. */
  readonly seen: {
    readonly method: string
    readonly url: string
    readonly accept: string
    readonly type: string
    readonly principal: string
  }[]
}

const things = declareSet(
  {
    type: 'VMM.Thing',
    collection: 'Things',
    key: ['ID'],
    properties: [
      { name: 'ID', type: 'Edm.Guid', nullable: false },
      { name: 'Name', type: 'Edm.String', nullable: true },
    ],
  },
  {},
)
const key = { ID: literal.guid('0c9d8f3a-7b1e-4c55-9f0e-111111111111') }

/** A service that answers as told: what a strange one would do. */
async function peer(answer: (request: IncomingMessage, count: number) => Answer): Promise<Peer> {
  const seen: Peer['seen'][number][] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { headers } = request
    seen.push({
      method: request.method!,
      url: request.url!,
      accept: headers.accept ?? '',
      type: headers['content-type'] ?? '',
      principal: String(headers['x-ms-principal-id']),
    })
    request.resume().on('end', () => {
      const { status, type, body } = answer(request, seen.length)
      response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const transport = httpTransport({ label: 'peer', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/root/svc/` })
  return {
    seen,
    client: odataClient({ transport, headers: { 'x-ms-principal-id': 'me' } }),
    async [Symbol.asyncDispose]() {
      await transport.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const json = 'application/json;odata=minimalmetadata;charset=utf-8'
const empty = { status: 200, type: json, body: '{"value":[]}' }

test('sends the headers given, the key as documented, and asks for every format', async () => {
  await using service = await peer(() => ({ status: 200, type: json, body: '{"ID":"x"}' }))
  await service.client.get(things, key)
  expect(service.seen[0]).toMatchObject({
    method: 'GET',
    url: "/root/svc/Things(ID=guid'0c9d8f3a-7b1e-4c55-9f0e-111111111111')",
    principal: 'me',
  })
  for (const part of ['odata=fullmetadata', 'odata=minimalmetadata', 'odata=verbose', 'application/atom+xml'])
    expect(service.seen[0]?.accept).toContain(part)
})

test.each([406, 415])('a service that takes no list of formats (%i) is asked for one at a time, and once only', async (status) => {
  await using service = await peer((request) =>
    request.headers.accept === 'application/json;odata=verbose'
      ? { status: 200, type: 'application/json;odata=verbose', body: '{"d":{"results":[]}}' }
      : { status },
  )
  await service.client.list(things)
  await service.client.list(things)
  expect(service.seen.map(({ accept }) => accept).slice(1)).toEqual([
    'application/json;odata=fullmetadata',
    'application/json;odata=minimalmetadata',
    'application/json;odata=verbose',
    'application/json;odata=verbose',
  ])
})

test('writes in the format in which it was answered', async () => {
  await using service = await peer((request) =>
    request.method === 'GET'
      ? { status: 200, type: 'application/atom+xml;type=feed', body: '<feed xmlns="http://www.w3.org/2005/Atom"/>' }
      : { status: 204 },
  )
  await service.client.list(things)
  await service.client.merge(things, key, { Name: 'x' })
  expect(service.seen[1]).toMatchObject({ method: 'MERGE', type: 'application/atom+xml' })
})

test('a filter stands in the URL, percent-encoded', async () => {
  await using service = await peer(() => empty)
  await service.client.list(things, [{ property: 'Name', operator: 'eq', literal: literal.string("a'b&c#d+e") }])
  expect(new URL(service.seen[0]!.url, 'http://host').searchParams.get('$filter')).toBe("Name eq 'a''b&c#d+e'")
})

test.each(['http://elsewhere:99/other/Things?$skiptoken=2', 'Things?$skiptoken=2', "Things?$skiptoken='a/b'"])(
  'follows the next link %s below its own root',
  async (next) => {
    await using service = await peer((_request, count) =>
      count === 1
        ? { status: 200, type: json, body: JSON.stringify({ value: [{ ID: '1' }], 'odata.nextLink': next }) }
        : { ...empty, body: '{"value":[{"ID":"2"}]}' },
    )
    expect((await service.client.list(things)).map(({ properties }) => properties['ID'])).toEqual(['1', '2'])
    expect(service.seen[1]?.url).toBe(`/root/svc/${next.slice(next.indexOf('Things'))}`)
  },
)

test('a service that pages for ever is left', async () => {
  await using service = await peer(() => ({ status: 200, type: json, body: '{"value":[],"odata.nextLink":"Things?x"}' }))
  await expect(service.client.list(things)).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
})

test('a create is sent once, whatever the service says of the format of its own answer (406)', async () => {
  await using service = await peer((request) => (request.method === 'GET' ? empty : { status: 406 }))
  await service.client.list(things)
  await expect(service.client.create(things, { Name: 'x' })).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
  expect(service.seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test.each([
  ['JSON', json, '{"value":[{"ID":"1"}],"odata.error":{"code":"","message":{"value":""}}}'],
  ['older JSON', 'application/json;odata=verbose', '{"d":{"results":[{"ID":"1"}]},"error":{"code":"","message":{"value":""}}}'],
  [
    'Atom',
    'application/atom+xml',
    '<feed xmlns="http://www.w3.org/2005/Atom"><error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"/></feed>',
  ],
])('rows that end in an error (%s) are no complete answer', async (_form, type, body) => {
  await using service = await peer(() => ({ status: 200, type, body }))
  await expect(service.client.list(things)).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
})

test('nor are rows with a next link that cannot be followed', async () => {
  await using service = await peer(() => ({ status: 200, type: json, body: '{"value":[{"ID":"1"}],"odata.nextLink":{"uri":"Things?x"}}' }))
  await expect(service.client.list(things)).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
})

const errors = {
  light: { type: json, body: '{"odata.error":{"code":"2606","message":{"lang":"en-US","value":"Error ID 12711 in the text"}}}' },
  inner: {
    type: 'application/json;odata=verbose',
    body: '{"error":{"code":"InvalidOperation","message":{"lang":"ko-KR","value":""},"innererror":{"code":"2606"}}}',
  },
  atom: {
    type: 'application/xml',
    body: '<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>2606</m:code><m:message/></m:error>',
  },
} as const

test.each(Object.entries(errors))(
  'an OData error (%s) is a refusal with the number of its code field, never of its text',
  async (_form, { type, body }) => {
    await using service = await peer(() => ({ status: 500, type, body }))
    await expect(service.client.remove(things, key)).rejects.toMatchObject({
      code: 'SNAPCHECK_PRODUCT_REFUSED',
      productCode: '2606',
      observed: 'HTTP 500, code 2606',
    })
  },
)

test('a refusal without a code has no product code', async () => {
  await using service = await peer(() => ({
    status: 400,
    type: json,
    body: '{"odata.error":{"code":"","message":{"lang":"en-US","value":"Error 2606"}}}',
  }))
  await expect(service.client.remove(things, key)).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: undefined })
})

test.each([
  ['an error page of the web server', { status: 503, type: 'text/html', body: '<h1>Service Unavailable</h1>' }, 'SNAPCHECK_PROTOCOL'],
  ['an error that only claims to be JSON', { status: 500, type: json, body: '<html>' }, 'SNAPCHECK_PROTOCOL'],
  ['a page instead of rows', { status: 200, type: 'text/html', body: '<p>Sign in</p>' }, 'SNAPCHECK_PROTOCOL'],
  ['an entity instead of a feed', { status: 200, type: json, body: '{"ID":"1"}' }, 'SNAPCHECK_PROTOCOL'],
  ['a redirect', { status: 302 }, 'SNAPCHECK_PROTOCOL'],
  ['a wrong password', { status: 401 }, 'SNAPCHECK_ACCESS_DENIED'],
  [
    'a feed that breaks off',
    { status: 200, type: 'application/atom+xml', body: '<feed xmlns="http://www.w3.org/2005/Atom">' },
    'SNAPCHECK_XML_MALFORMED',
  ],
])('%s', async (_what, answer, code) => {
  await using service = await peer(() => answer)
  await expect(service.client.list(things)).rejects.toMatchObject({ code })
})

test('no entity where the service itself says 404; a wrong root is another matter', async () => {
  await using service = await peer((_request, count) =>
    count === 1
      ? { status: 404, type: json, body: '{"odata.error":{"code":"","message":{"value":""}}}' }
      : { status: 404, type: 'text/html', body: '' },
  )
  expect(await service.client.get(things, key)).toBeNull()
  await expect(service.client.get(things, key)).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
})

test('a property that the type does not have is never sent', async () => {
  await using service = await peer(() => ({ status: 204 }))
  await expect(service.client.replace(things, key, { Nmae: 'x' })).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
  await service.client.replace(things, key, { Name: 'x' })
  expect(service.seen.map(({ method }) => method)).toEqual(['PUT'])
})
