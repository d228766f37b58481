import { closeSync, openSync, writeSync } from 'node:fs'
import { derivedGuid } from '../foundation/seed.ts'
import { clixml } from './generated/clixml.ts'
import { json } from './generated/json.ts'
import { generatedVm, type InventoryFormat } from './generated/vm.ts'

/** An inventory of an SCVMM server that never was, in the recorded shape: for benchmarks and tests. */
export interface GeneratedInventory {
  readonly format: 'clixml' | 'json'
  readonly checkpoints: number
  /** 50 is what a VM can have (C-084). */
  readonly checkpointsPerVm?: number
  readonly seed?: string
}

const formats: Readonly<Record<GeneratedInventory['format'], InventoryFormat>> = { clixml, json }

/** Writes the file a VM at a time; the same parameters give the same bytes. @returns bytes written. */
export function generateInventory(
  path: string,
  { format, checkpoints, checkpointsPerVm = 50, seed = 'inventory' }: GeneratedInventory,
): number {
  const file = openSync(path, 'w')
  const { head, vm, between, tail } = formats[format]
  let bytes = 0
  const write = (text: string): void => void (bytes += writeSync(file, text))
  try {
    write(head(derivedGuid(seed, 'server')))
    for (let made = 0, number = 0; made < checkpoints; number++) {
      const count = Math.min(checkpointsPerVm, checkpoints - made)
      write((number === 0 ? '' : between) + vm(generatedVm(seed, number, count)))
      made += count
    }
    write(tail)
  } finally {
    closeSync(file)
  }
  return bytes
}
