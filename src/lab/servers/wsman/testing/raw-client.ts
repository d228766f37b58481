import { request } from 'node:http'
import { parseXml, type XmlElement } from '../../../../protocols/xml/tree.ts'
import type { Lab } from '../../../lab.ts'

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** The first element of the SOAP body. */
  readonly body: XmlElement | undefined
}

export interface RawOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
  readonly method?: string
  /** Without an Authorization header. */
  readonly anonymous?: boolean
}

/** Posts text as it is: no client of ours, so that what other people's clients send can be sent. */
export async function postRaw(lab: Lab, document: string | Buffer, options: RawOptions = {}): Promise<RawAnswer> {
  const { url, credentials } = lab.endpoints['hyperv-wmi']
  const authorization = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`
  const { status, headers, text } = await send(new URL(options.path ?? '/wsman', url), options.method ?? 'POST', document, {
    'content-type': 'application/soap+xml;charset=UTF-8',
    ...(options.anonymous === true ? {} : { authorization }),
    ...options.headers,
  })
  const body = text.startsWith('<') ? parseXml(text, 'answer').children.find(({ name }) => name === 'Body')?.children[0] : undefined
  return { status, headers, text, body }
}

function send(
  url: URL,
  method: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<Omit<RawAnswer, 'body'>> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode!, headers: incoming.headers, text: Buffer.concat(chunks).toString('utf8') }),
      )
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** All elements of a name at any depth, in document order. */
export function found(from: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (from === undefined) return []
  return [...(from.name === name ? [from] : []), ...from.children.flatMap((inner) => found(inner, name))]
}

export function textOf(from: XmlElement | undefined, name: string): string | undefined {
  return found(from, name)[0]?.text
}
