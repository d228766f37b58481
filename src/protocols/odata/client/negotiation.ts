import type { HttpResponse, HttpTransport } from '../../http/transport.ts'
import type { ComplexType, EdmRecord } from '../codec/edm.ts'
import { formatNames, formatOfMediaType, formats, type FormatName } from '../codec/formats.ts'

/**
 * Statuses by which a service says that it does not know the format: 415 (C-102), 406 by HTTP. Of a body only 415 says that
 * it was not read; 406 is about the answer and may come after the work, so that sending again could do it twice.
 */
const unknownFormat = { ofBody: [415], ofAnswer: [406, 415] } as const

/** All at once first; then one at a time, for a service that does not take a list apart. */
const acceptHeaders: readonly string[] = [
  formatNames.map((name, index) => `${formats[name].mediaType};q=${(1 - index / 10).toFixed(1)}`).join(', '),
  ...formatNames.map((name) => formats[name].mediaType),
]

/** A body in whichever format the service takes, or none. */
export interface Outgoing {
  readonly properties: EdmRecord
  readonly type: ComplexType
}

export interface Negotiation {
  send(method: string, path: string, body?: Outgoing): Promise<HttpResponse>
}

/**
 * Finds out which formats the service speaks and keeps to them: what it answered in is what it is written to.
 * @param headers go with every request.
 */
export function negotiation(transport: HttpTransport, headers: Readonly<Record<string, string>>): Negotiation {
  let accept = acceptHeaders
  let writing: readonly FormatName[] = formatNames

  const exchange = async (
    method: string,
    path: string,
    acceptHeader: string,
    format: FormatName,
    body: Outgoing | undefined,
  ): Promise<HttpResponse> => {
    const common = { ...headers, accept: acceptHeader }
    if (body === undefined) return transport.send({ method, path, headers: common })
    const { mediaType, codec } = formats[format]
    return transport.send({
      method,
      path,
      headers: { ...common, 'content-type': mediaType },
      body: codec.writeRequest(body.properties, body.type),
    })
  }
  const learn = (acceptHeader: string, response: HttpResponse): HttpResponse => {
    accept = [acceptHeader]
    const answered = response.status < 300 ? formatOfMediaType(response.headers['content-type'] ?? '') : undefined
    if (answered !== undefined) writing = [answered, ...formatNames.filter((name) => name !== answered)]
    return response
  }
  return {
    async send(method, path, body) {
      const unknown: readonly number[] = unknownFormat[body === undefined ? 'ofAnswer' : 'ofBody']
      let last: HttpResponse | undefined
      for (const acceptHeader of accept) {
        for (const format of body === undefined ? writing.slice(0, 1) : writing) {
          last = await exchange(method, path, acceptHeader, format, body)
          if (!unknown.includes(last.status)) return learn(acceptHeader, last)
        }
      }
      return last!
    },
  }
}
