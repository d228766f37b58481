import { reading } from '../../../checkpoint/reading.ts'
import type { Story } from '../../observation.ts'
import { guidOf, tale, type Look, type Row } from '../stories.ts'
import { a, b, spf, witness, wmi, type Case } from '../told.ts'

const folder = String.raw`D:\VMs\HV4`
const base = `${folder}\\HV4.vhdx`
const layer = (label: string): string => `${folder}\\HV4_${guidOf(label)}.avhdx`

interface Host {
  readonly chain: readonly string[]
  readonly status?: readonly number[]
  readonly state?: number
  readonly location?: string
}

const host = (rows: readonly Row[], position: string | undefined, { chain, status = [2], state = 2, location = folder }: Host): Look =>
  wmi(rows, {
    ...(position === undefined ? {} : { position }),
    vmAs: {
      diskChains: reading.value('ParentPath', [chain]),
      operationalStatus: reading.value('OperationalStatus', status),
      vmState: reading.value('EnabledState', state),
      checkpointLocation: reading.value('SnapshotDataRoot', location),
    },
  })
const holding = (row: Row, ...disks: readonly string[]): Row => ({ ...row, as: { disks: reading.value('HostResource', disks) } })
const atWitness: Host = { chain: [layer('1'), base] }
const root: Row = { ...witness }

const taken = (through: 'hyperv-wmi' | 'scvmm-spf', held: readonly string[], chain = [layer('2'), layer('1'), base]): Story =>
  tale()
    .look(host([root], 'witness', atWitness))
    .act(through, 'create', { label: 'a', name: 'a' })
    .look(host([root, holding(a, ...held)], 'a', { chain })).story

const removed = (after: Host, later?: Host): Story => {
  const told = tale()
    .look(host([root, a, b], 'b', { chain: [layer('3'), layer('2'), layer('1'), base] }))
    .act('hyperv-wmi', 'remove', { label: 'a' })
    .look(host([root, { ...b, parent: 'witness' }], 'b', after))
  return (later === undefined ? told : told.look(host([root, { ...b, parent: 'witness' }], 'b', later))).story
}
const long = [layer('3'), layer('2'), layer('1'), base]
const short = [layer('3'), layer('1'), base]

const configured = (file: string): Story =>
  tale()
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .look(wmi([{ ...a, as: { files: reading.value('ConfigurationFile', { ConfigurationFile: file, SnapshotDataRoot: folder }) } }])).story

const located = (inScvmm: ReturnType<typeof reading.value>): Story =>
  tale().look(host([root], 'witness', atWitness), spf([root], { vmAs: { checkpointLocation: inScvmm } })).story

export const disks: readonly Case[] = [
  ['C-004', 'scvmm-spf>hyperv-wmi disks', 'conforms', 'every disk is held', taken('scvmm-spf', [layer('1')])],
  ['C-004', 'scvmm-spf>hyperv-wmi disks', 'violates', 'a disk is left out', taken('scvmm-spf', [])],
  ['C-004', 'scvmm-spf>hyperv-wmi disks', 'violates', 'the disk in use is held itself', taken('scvmm-spf', [layer('2')])],
  ['C-005', 'hyperv-wmi>hyperv-wmi disks', 'conforms', 'every disk is held', taken('hyperv-wmi', [layer('1')])],
  ['C-089', 'hyperv-wmi>hyperv-wmi disks', 'conforms', 'one layer per checkpoint', taken('hyperv-wmi', [layer('1')])],
  ['C-089', 'hyperv-wmi>hyperv-wmi disks', 'deviates', 'a layer is missing', taken('hyperv-wmi', [], [layer('1'), base])],
  [
    'C-089',
    'hyperv-wmi>hyperv-wmi disks',
    'deviates',
    'in another folder',
    taken('hyperv-wmi', [], [String.raw`E:\HV4_${'x'}.avhdx`, layer('1'), base]),
  ],
  ['C-081', 'hyperv-wmi>hyperv-wmi state', 'conforms', 'says that it merges', removed({ chain: long, status: [2, 32772] })],
  ['C-081', 'hyperv-wmi>hyperv-wmi state', 'conforms', 'has merged already', removed({ chain: short })],
  ['C-081', 'hyperv-wmi>hyperv-wmi state', 'violates', 'a layer is left and it says nothing', removed({ chain: long })],
  [
    'C-082',
    'hyperv-wmi>hyperv-wmi disks',
    'conforms',
    'merged while it runs',
    removed({ chain: long, status: [2, 32772] }, { chain: short }),
  ],
  ['C-082', 'hyperv-wmi>hyperv-wmi disks', 'violates', 'never merged', removed({ chain: long, status: [2, 32772] }, { chain: long })],
  ['C-082', 'hyperv-wmi>hyperv-wmi disks', 'silent', 'the VM was off', removed({ chain: long }, { chain: short, state: 3 })],
  ['C-090', 'hyperv-wmi>hyperv-wmi disks', 'conforms', 'under its GUID', configured(`Snapshots\\${guidOf('a')}.vmcx`)],
  ['C-090', 'hyperv-wmi>hyperv-wmi disks', 'conforms', 'as older hosts have it', configured(`Snapshots\\${guidOf('a')}.xml`)],
  ['C-090', 'hyperv-wmi>hyperv-wmi disks', 'violates', 'under another GUID', configured(`Snapshots\\${guidOf('b')}.vmcx`)],
  ['C-090', 'hyperv-wmi>hyperv-wmi disks', 'violates', 'in another folder', configured(`${guidOf('a')}.vmcx`)],
  [
    'C-091',
    'unknown>scvmm-spf disks',
    'conforms',
    'the same folder',
    located(reading.value('CheckpointLocation', `${folder.toUpperCase()}\\`)),
  ],
  ['C-091', 'unknown>scvmm-spf disks', 'deviates', 'another folder', located(reading.value('CheckpointLocation', String.raw`C:\other`))],
  ['C-091', 'unknown>scvmm-spf disks', 'unsupported', 'it shows none', located(reading.nil('CheckpointLocation'))],
]
