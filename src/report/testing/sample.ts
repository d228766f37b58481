import { createHash } from 'node:crypto'
import type { InterfaceId, Origin, Via } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { Act, Story, View } from '../../judgement/observation.ts'
import { viewOf } from '../../judgement/view.ts'
import type { JudgedScenario, ParticipantInput, ReportInput } from '../model/input.ts'
import { sampleRegister } from './claims.ts'
import { sampleGuid, sampleVm, spfReading, wmiReading, type SampleCheckpoint } from './readings.ts'
import { disturbedScenario, leftBehind, strangerIn, tidied } from './stranger.ts'
import { sampleTerms } from './terms.ts'
import { sampleVerdicts } from './verdicts.ts'

export interface SampleOptions {
  /** Damages what SCVMM shows, hides one checkpoint from it and lets one scenario wait in vain. */
  readonly damaged?: boolean
  /** In one scenario somebody else takes a checkpoint on top, and what was made there is left behind. */
  readonly disturbed?: boolean
  readonly origin?: Origin
  readonly via?: Via
  readonly problems?: ReportInput['problems']
  /** How often everything is told, each time with other checkpoints; 105 verdicts each. */
  readonly copies?: number
}

export interface Sample {
  readonly input: ReportInput
  /** Text of each exchange by its digest. */
  readonly evidence: ReadonlyMap<string, string>
}

const observers: readonly InterfaceId[] = ['hyperv-wmi', 'scvmm-spf']
const readings: Readonly<Record<string, (checkpoints: readonly SampleCheckpoint[]) => VmReading>> = {
  'hyperv-wmi': wmiReading,
  'scvmm-spf': spfReading,
}

interface Plot {
  readonly id: string
  readonly title: string
  readonly names: readonly string[]
  /** What is wrong in the damaged sample with what SCVMM shows. */
  readonly damage: (checkpoints: readonly SampleCheckpoint[]) => readonly SampleCheckpoint[]
  readonly inVain?: boolean
}

const plots: readonly Plot[] = [
  {
    id: 'visibility.several',
    title: 'Several checkpoints of one VM are all visible, not only the newest',
    names: ['HV4 before patching', 'HV4 after the first patch', 'HV4 after the second patch'],
    damage: (checkpoints) =>
      checkpoints.filter((_one, index) => index !== 1).map((one, index) => (index === 1 ? { ...one, parent: null } : one)),
  },
  {
    id: 'comment.own-survives',
    title: 'Each product keeps its own comment, to the character',
    names: ['HV4 \u{201C}Grüße\u{201D} <&> 日本'],
    damage: (checkpoints) =>
      checkpoints.map((one) => ({ ...one, name: one.name.replace('Grüße', 'Gru\u{308}ße'), description: one.description.slice(0, 24) })),
  },
  {
    id: 'visibility.idempotent',
    title: 'Refreshing an unchanged VM changes nothing and makes no second row',
    names: ['HV4 seen again and again'],
    damage: () => [],
    inVain: true,
  },
]

/** Material for a report as a run of the lab would leave it; everything in it derives from fixed seeds. */
export function sample(options: SampleOptions = {}): Sample {
  const evidence = new Map<string, string>()
  const keep = (text: string): string => {
    const digest = createHash('sha256').update(text).digest('hex')
    evidence.set(digest, text)
    return digest
  }
  const told = Array.from({ length: options.copies ?? 1 }, (_one, copy) => plots.map((plot) => copyOf(plot, copy))).flat()
  const scenarios = told.flatMap((plot) => observers.map((creator) => judged(plot, creator, options, keep)))
  return { evidence, input: inputOf(scenarios, evidence, options) }
}

function copyOf(plot: Plot, copy: number): Plot {
  return copy === 0 ? plot : { ...plot, id: `${plot.id}.again-${copy}`, names: plot.names.map((name) => `${name}, ${copy}`) }
}

function judged(plot: Plot, creator: InterfaceId, options: SampleOptions, keep: (text: string) => string): JudgedScenario {
  const made = checkpointsOf(plot, creator)
  const told = storyOf(plot, creator, made, options, keep)
  const disturbed = options.disturbed === true && told.scenario === disturbedScenario
  const story = disturbed ? { ...told, disturbances: [strangerIn(told)] } : told
  const cleanup = disturbed ? leftBehind(made.at(-1)!.id) : tidied(made.length)
  return {
    title: plot.title,
    suite: plot.id.split('.')[0]!,
    claims: [],
    safety: 'writes',
    radius: 'vm',
    story,
    verdicts: sampleVerdicts(story, creator, made),
    cleanup,
  }
}

function checkpointsOf({ id, names }: Plot, creator: InterfaceId): readonly SampleCheckpoint[] {
  const comment = 'before the change window\nticket 4711, zero\u{200B}width, tab\there, trailing space '
  return names.map((name, index) => ({
    id: sampleGuid(id, creator, index),
    name,
    notes: creator === 'hyperv-wmi' ? comment : '',
    description: creator === 'scvmm-spf' ? comment : '',
    parent: index === 0 ? null : sampleGuid(id, creator, index - 1),
    minute: 10 + index,
  }))
}

function storyOf(
  plot: Plot,
  creator: InterfaceId,
  made: readonly SampleCheckpoint[],
  options: SampleOptions,
  keep: (text: string) => string,
): Story {
  const scenario = `${plot.id}/${creator}`
  const acts = made.map((one, stage): Act => ({
    id: `${scenario}/${stage}/create`,
    stage,
    title: `create ${stage + 1} of ${made.length}`,
    interface: creator,
    participant: creator,
    action: 'create',
    vm: sampleVm,
    checkpoint: one.id,
    intended: { name: one.name, comment: creator === 'hyperv-wmi' ? one.notes : one.description },
    result: 'done',
    evidence: [keep(exchange(creator, `create ${one.id}`, one))],
  }))
  const views = observers.map((observer) => {
    const damaged = options.damaged === true && observer === 'scvmm-spf'
    return lookThrough(
      observer,
      scenario,
      made.length,
      damaged ? plot.damage(made) : made,
      { ...options, inVain: damaged && plot.inVain === true },
      keep,
    )
  })
  return { scenario, acts, views }
}

function lookThrough(
  observer: InterfaceId,
  scenario: string,
  stage: number,
  shown: readonly SampleCheckpoint[],
  options: SampleOptions & { inVain: boolean },
  keep: (text: string) => string,
): View {
  const { via = 'connection', origin = 'simulator', inVain } = options
  const reading = readings[observer]!(shown)
  const evidence = [keep(exchange(observer, `list ${scenario}`, reading))]
  const settled = inVain ? 'awaited-in-vain' : 'synchronised'
  const context = {
    id: `${scenario}/${stage}/${observer}`,
    stage,
    title: 'after all were created',
    interface: observer,
    participant: observer,
    vm: sampleVm,
    settled,
    witness: true,
    via,
    origin,
    evidence,
  } as const
  return viewOf(context, reading)
}

function exchange(who: InterfaceId, what: string, body: unknown): string {
  return `${who === 'scvmm-spf' ? 'GET /SC2012/VMM/Microsoft.Management.Odata.svc/VMCheckPoints' : 'POST /wsman'} HTTP/1.1\ncontent-type: application/json\n\n# ${what}\n${JSON.stringify(body, null, 2)}\n\nHTTP/1.1 200 OK\nauthorization: (redacted)\n`
}

function inputOf(scenarios: readonly JudgedScenario[], evidence: ReadonlyMap<string, string>, options: SampleOptions): ReportInput {
  const participants: readonly ParticipantInput[] = [
    {
      id: 'hyperv-wmi',
      interface: 'hyperv-wmi',
      product: 'Hyper-V',
      version: 'Windows Server 2022',
      build: '10.0.20348',
      identifiedBy: 'Identify, ProductVersion',
      origin: options.origin ?? 'simulator',
      via: options.via ?? 'connection',
    },
    {
      id: 'scvmm-spf',
      interface: 'scvmm-spf',
      product: 'System Center VMM',
      version: '2022',
      build: '10.22.1287.0',
      identifiedBy: 'service document, header',
      origin: options.origin ?? 'simulator',
      via: options.via ?? 'connection',
    },
  ]
  const entries = [...evidence].map(([digest, text]) => ({
    digest,
    mediaType: 'text/plain',
    bytes: Buffer.byteLength(text),
    redactions: 1,
    path: 'evidence/sample.txt',
    offset: 0,
  }))
  return {
    harness: { name: 'snapcheck', version: '0.1.0', runtime: 'node 24.0.0', platform: 'linux-x64' },
    command: { argv: ['snapcheck', 'run', '--source', 'lab', '--seed', '1'], seed: 1 },
    source: options.via === 'file' ? 'file' : 'lab',
    participants,
    register: sampleRegister,
    scenarios,
    evidence: entries,
    terminology: sampleTerms,
    notJudged: [
      { claim: 'C-106', code: 'no-interface', sentence: 'No configured interface reaches a cluster.' },
      { claim: 'C-061', code: 'no-way-to-refresh', sentence: 'SPF has no documented refresh of a VM.' },
    ],
    problems: options.problems ?? [],
    wallTime: {
      reportId: '5f0c8a1e-3f5e-4c59-9d0b-2f6f7a6f0a01',
      runId: '5f0c8a1e-3f5e-4c59-9d0b-2f6f7a6f0a02',
      createdAt: '2026-11-22T09:16:40Z',
      startedAt: '2026-11-22T09:16:36Z',
      durationMs: 4210,
      argv: ['snapcheck', 'run', '--source', 'lab', '--seed', '1', '--output', 'reports/latest'],
      scenarios: scenarios.map(({ story }, index) => ({ id: story.scenario, durationMs: 300 + index })),
    },
  }
}
