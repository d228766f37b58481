/** One HTTP request below an endpoint. Headers are lower case. */
export interface HttpRequest {
  readonly method: string
  /** Path and query below the endpoint's root, beginning with `/`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpResponse {
  readonly status: number
  /** Lower case names; several of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * How a protocol client reaches its endpoint. Authentication sits below it, so whatever captures a transport never sees
 * a secret header. Clients are written against this interface only.
 */
export interface HttpTransport {
  /** What reports and evidence call the endpoint: never its address. */
  readonly label: string
  /** Scheme, host and port that answers may hold; for redaction only, which puts the label in its place. */
  readonly origin?: string
  /** @throws SNAPCHECK_UNREACHABLE, SNAPCHECK_ACCESS_DENIED (401, 403). Other statuses are the protocol's matter. */
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>
  close(): Promise<void>
}

export interface BasicCredentials {
  readonly user: string
  readonly password: string
}

export interface HttpEndpoint {
  readonly label: string
  /** Scheme, host and port, and the root path if the product is not at `/`. */
  readonly url: string
  readonly credentials?: BasicCredentials
  /** PEM of a private CA. */
  readonly ca?: string
  /** Milliseconds without an answer; default 60,000. */
  readonly timeout?: number
}
