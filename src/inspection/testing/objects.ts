import { expect } from 'vitest'
import type { Story } from '../../judgement/observation.ts'
import { inspectFiles } from '../inspect.ts'
import type { FileKind } from '../model.ts'
import type { Encoded, TemporaryFolder } from './files.ts'

export const guid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
/** A checkpoint as Get-SCVMCheckpoint | ConvertTo-Json writes it. */
export const row = (number: number, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  CheckpointID: guid(number),
  ParentCheckpointID: guid(1),
  ID: guid(number + 100),
  VMId: guid(2),
  VM: 'one',
  Name: `checkpoint ${number}`,
  Description: ' kept as it is ',
  AddedTime: '/Date(1400000000000)/',
  ModifiedTime: '/Date(1400000001000)/',
  ...more,
})
/** A VM of an inventory. */
export const inventoryVm = (more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ID: guid(2),
  Name: 'one',
  LastRestoredCheckpointID: guid(10),
  ...more,
})

/** Inspects one file with the content. */
export async function inspected(
  folder: TemporaryFolder,
  content: string,
  encoded?: Encoded,
): Promise<{ readonly kind: FileKind | undefined; readonly stories: readonly Story[]; readonly notices: readonly string[] }> {
  const { files, stories, notices, problems } = await inspectFiles([folder.write('export', content, encoded)])
  expect(problems).toEqual([])
  return { kind: files[0]?.kind, stories, notices: notices.map(({ code }) => code) }
}

/** The VMs and the ids of their checkpoints. */
export const shown = (stories: readonly Story[]): unknown =>
  stories.flatMap(({ views }) => views.map((view) => [view.vm, view.checkpoints.map(({ id }) => id)]))
