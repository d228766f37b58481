import type { Story } from '../observation.ts'
import type { Outcome } from '../outcome.ts'
import { tale, type Look, type Row } from './stories.ts'

export const wmi = (rows: readonly Row[], more: Partial<Look> = {}): Look => ({ interface: 'hyperv-wmi', rows, ...more })
export const spf = (rows: readonly Row[], more: Partial<Look> = {}): Look => ({ interface: 'scvmm-spf', rows, ...more })
export const file = (rows: readonly Row[], more: Partial<Look> = {}): Look => ({
  interface: 'scvmm-powershell',
  rows,
  settled: 'file',
  witness: false,
  ...more,
})

export const witness: Row = { label: 'witness', name: 'HV4 - (3/13/2026 - 12:00:00 PM)', time: '2026-03-13T12:00:00Z' }
export const a: Row = { label: 'a', parent: 'witness' }
export const b: Row = { label: 'b', parent: 'a' }
export const c: Row = { label: 'c', parent: 'b' }
export const start = (): ReturnType<typeof tale> =>
  tale().look(wmi([witness], { position: 'witness' }), spf([witness], { position: 'witness' }))
export const both = (rows: readonly Row[], position: string): readonly [Look, Look] => [wmi(rows, { position }), spf(rows, { position })]
export const inBoth = (
  creator: 'hyperv-wmi' | 'scvmm-spf',
  asked: { name?: string; comment?: string },
  onWmi: Partial<Row>,
  onSpf: Partial<Row>,
): Story =>
  start()
    .act(creator, 'create', { label: 'a', ...asked })
    .look(wmi([witness, { ...a, ...onWmi }], { position: 'a' }), spf([witness, { ...a, ...onSpf }], { position: 'a' })).story

/** `creator>observer property`, and what the story makes of the claim there: the worst of that cell. */
export type Case = readonly [claim: string, cell: string, outcome: Outcome | 'silent', what: string, story: Story]

export const fromWmi = (): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .look(...both([witness, a], 'a')).story
export const fromSpf = (): Story =>
  start()
    .act('scvmm-spf', 'create', { label: 'a', name: 'a' })
    .look(...both([witness, a], 'a')).story
export const hiddenInSpf = (more: Partial<Look>): Story =>
  start()
    .act('hyperv-wmi', 'create', { label: 'a', name: 'a' })
    .look(wmi([witness, a]), spf([witness], more)).story
export const hiddenInWmi = (more: Partial<Look>): Story =>
  start()
    .act('scvmm-spf', 'create', { label: 'a', name: 'a' })
    .look(wmi([witness], more), spf([witness, a])).story
export const refused = {
  result: 'failed',
  failure: { code: 'SNAPCHECK_PRODUCT_REFUSED', sentence: 'refused: 32775', isFault: false },
} as const
export const broken = { result: 'failed', failure: { code: 'SNAPCHECK_UNREACHABLE', sentence: 'no answer', isFault: true } } as const
export const cannot = {
  result: 'unsupported',
  failure: { code: 'SNAPCHECK_CANNOT_CARRY', sentence: 'NUL in XML', isFault: false },
} as const
export const failedCreate = (
  through: 'hyperv-wmi' | 'scvmm-spf',
  how: typeof refused | typeof broken | typeof cannot,
  asked: { name?: string; comment?: string } = { name: 'a' },
): Story =>
  start()
    .act(through, 'create', { label: 'a', ...asked, ...how })
    .look(...both([witness], 'witness')).story
