/** One folder of the house and what it may know of the others (design section 3). A file belongs to the first room that matches. */
export interface Room {
  /** Folder or file below the repository root; `*` stands for one folder name. */
  readonly path: string
  /** What it may import beside itself; `$1` is the folder that its own `*` stands for. */
  readonly may: readonly string[]
  /** npm packages and Node built-ins, exactly, or by a prefix that ends in `:` or `/`. */
  readonly packages: readonly string[]
}

const codecs = 'src/protocols/*/codec'
const clients = 'src/protocols/*/client'

/** Below these, nothing touches the disk, the network or a process. */
const pure: readonly string[] = []
const anyBuiltIn: readonly string[] = ['node:']

export const rooms: readonly Room[] = [
  { path: 'src/foundation', may: [], packages: ['node:crypto', 'node:timers/promises'] },
  { path: 'src/checkpoint', may: ['src/foundation'], packages: pure },
  { path: 'src/products', may: [], packages: pure },
  { path: 'src/judgement', may: ['src/checkpoint', 'src/products', 'src/foundation'], packages: ['zod'] },
  { path: 'src/protocols/xml', may: ['src/foundation'], packages: ['saxes'] },
  { path: 'src/protocols/http', may: ['src/foundation'], packages: anyBuiltIn },
  { path: codecs, may: ['src/foundation', 'src/protocols/xml'], packages: ['node:string_decoder'] },
  { path: clients, may: ['src/protocols/$1/codec', 'src/protocols/http', 'src/foundation'], packages: pure },
  { path: 'src/protocols/powershell/engine-host', may: ['src/foundation'], packages: anyBuiltIn },
  {
    path: 'src/protocols/powershell/session',
    may: ['src/protocols/powershell/codec', 'src/foundation'],
    packages: ['node:', 'node-powershell'],
  },
  {
    path: 'src/interfaces',
    may: [
      clients,
      codecs,
      'src/protocols/http/transport.ts',
      'src/protocols/powershell/session',
      // What an object of PowerShell says is the same in a file and in an answer.
      'src/inspection/exported',
      'src/inspection/tables.ts',
      'src/products',
      'src/checkpoint',
      'src/foundation',
    ],
    packages: pure,
  },
  { path: 'src/configuration', may: ['src/checkpoint', 'src/judgement/waiver.ts', 'src/foundation'], packages: ['node:', 'zod', 'yaml'] },
  {
    path: 'src/recording',
    may: ['src/protocols/http', 'src/protocols/powershell/session', 'src/protocols/powershell/codec', 'src/foundation'],
    packages: anyBuiltIn,
  },
  { path: 'src/lab/world', may: ['src/lab/clock', 'src/products', 'src/checkpoint', 'src/foundation'], packages: pure },
  {
    path: 'src/lab/vmm',
    may: ['src/lab/world', 'src/lab/clock', 'src/protocols/xml', 'src/products', 'src/checkpoint', 'src/foundation'],
    packages: pure,
  },
  {
    path: 'src/lab/servers',
    may: ['src/lab/vmm', 'src/lab/world', 'src/lab/clock', codecs, 'src/protocols/xml', 'src/products', 'src/checkpoint', 'src/foundation'],
    packages: anyBuiltIn,
  },
  {
    path: 'src/lab',
    may: ['src/lab', codecs, 'src/protocols/xml', 'src/products', 'src/checkpoint', 'src/foundation'],
    packages: anyBuiltIn,
  },
  {
    path: 'src/inspection',
    may: [codecs, 'src/protocols/xml', 'src/checkpoint', 'src/products', 'src/judgement', 'src/foundation'],
    packages: ['node:', 'zod'],
  },
  { path: 'src/report/html/build.ts', may: [], packages: ['vite', 'node:'] },
  {
    path: 'src/report/html/viewer',
    may: ['src/report', 'src/judgement', 'src/checkpoint', 'src/foundation'],
    packages: ['preact', 'preact/'],
  },
  { path: 'src/report', may: ['src/judgement', 'src/checkpoint', 'src/foundation'], packages: ['node:', 'zod'] },
  { path: 'src/harness/vitest', may: ['src', 'suites/claims'], packages: ['vitest', 'vitest/', 'node:'] },
  { path: 'src/harness', may: ['src', 'suites/claims'], packages: ['node:', 'zod'] },
  { path: 'src/cli', may: ['src', 'suites/claims'], packages: ['node:', 'commander', 'picocolors'] },
  { path: 'src/index.ts', may: ['src'], packages: pure },
  { path: 'suites', may: [], packages: ['snapcheck'] },
]

/** Nobody but the command line's own files imports these: they stand at the top. */
export const tops: readonly string[] = ['src/cli']
