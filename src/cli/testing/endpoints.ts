import { spawn } from 'node:child_process'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { SnapcheckConfig } from '../../configuration/schema/schema.ts'
import { privateCa } from './private-ca.ts'

const bin = fileURLToPath(new URL('../snapcheck.js', import.meta.url))

export interface ServedLab {
  readonly user: string
  readonly password: string
  readonly wsman: string
  readonly spf: string
  readonly stampId: string
  /** GUID by name. */
  readonly vms: Readonly<Record<string, string>>
  stop(): Promise<void>
}

interface ReadyLine {
  readonly endpoints: {
    readonly 'hyperv-wmi': { readonly url: string; readonly credentials: { readonly user: string; readonly password: string } }
    readonly 'scvmm-spf': { readonly url: string; readonly stampId: string }
  }
  readonly vms: readonly { readonly name: string; readonly id: string }[]
}

/** Starts `snapcheck lab serve` as a process of its own, as somebody else would. */
export async function serveLab(args: readonly string[] = []): Promise<ServedLab> {
  const child = spawn(process.execPath, [bin, 'lab', 'serve', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const { endpoints, vms } = await new Promise<ReadyLine>((resolve, reject) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more
      if (text.includes('\n')) resolve(JSON.parse(text) as ReadyLine)
    })
    child.once('close', (code) => reject(new Error(`lab serve ended with ${code} before it was ready`)))
  })
  return {
    ...endpoints['hyperv-wmi'].credentials,
    wsman: endpoints['hyperv-wmi'].url,
    spf: endpoints['scvmm-spf'].url,
    stampId: endpoints['scvmm-spf'].stampId,
    vms: Object.fromEntries(vms.map(({ name, id }) => [name, id])),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export interface Front {
  readonly url: string
  /** Requests that came through. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** HTTPS with a certificate of the private CA in front of a plain endpoint, as a reverse proxy does it. */
export async function httpsFront(behind: string): Promise<Front> {
  const target = new URL(behind)
  const requests: string[] = []
  const server = https.createServer({ key: privateCa.key, cert: privateCa.cert }, (incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`)
    const options = { method: incoming.method, path: incoming.url, hostname: target.hostname, port: target.port, headers: incoming.headers }
    incoming.pipe(
      http.request(options, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}${target.pathname.replace(/\/$/, '')}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The configuration for a served lab; credentials come from LAB_USER and LAB_PASSWORD. */
export function labConfig(lab: ServedLab, more: Partial<SnapcheckConfig> = {}): SnapcheckConfig {
  return {
    credentials: { lab: { env: { user: 'LAB_USER', password: 'LAB_PASSWORD' } } },
    hosts: [{ name: 'hv01', url: lab.wsman, credentials: 'lab' }],
    vmm: [{ name: 'vmm01', url: lab.spf, stampId: lab.stampId, credentials: 'lab' }],
    vms: [
      { id: lab.vms['HV4']!, host: 'hv01', vmm: 'vmm01', disposable: true },
      { id: lab.vms['HV1']!, host: 'hv01', vmm: 'vmm01' },
    ],
    patience: { limit: '2s', interval: '100ms' },
    ...more,
  }
}

export function writeConfig(folder: string, config: SnapcheckConfig): string {
  const file = join(folder, 'snapcheck.config.yaml')
  writeFileSync(file, stringify(config))
  return file
}

export function secretsOf({ user, password }: ServedLab): Readonly<Record<string, string>> {
  return { LAB_USER: user, LAB_PASSWORD: password }
}
