import { derivedGuid } from '../../foundation/seed.ts'

export interface GeneratedCheckpoint {
  readonly id: string
  readonly databaseId: string
  readonly parent: string
  readonly name: string
  /** Seconds since the first of the VM. */
  readonly age: number
}

export interface GeneratedVm {
  readonly name: string
  readonly id: string
  readonly databaseId: string
  readonly checkpoints: readonly GeneratedCheckpoint[]
}

/** How one format writes an inventory, a VM at a time. */
export interface InventoryFormat {
  head(server: string): string
  vm(vm: GeneratedVm): string
  readonly between: string
  readonly tail: string
}

/** No product has this build, and the lab's mark is beside it, so that nobody takes the file for a product's. */
export const serverBuild = '0.0.0.1'
export const firstTime = Date.UTC(2014, 4, 6, 12)

/** A tree in which every fourth checkpoint branches off the root. */
export function generatedVm(seed: string, number: number, count: number): GeneratedVm {
  const name = `generated-${number}`
  const id = derivedGuid(seed, number, 'vm')
  const ids = Array.from({ length: count }, (_, index) => derivedGuid(seed, number, index, 'checkpoint'))
  const parentOf = (index: number): string => (index === 0 ? id : index % 4 === 0 ? ids[0]! : ids[index - 1]!)
  return {
    name,
    id,
    databaseId: derivedGuid(seed, number, 'database').toLowerCase(),
    checkpoints: ids.map((checkpoint, index) => ({
      id: checkpoint,
      databaseId: derivedGuid(seed, number, index, 'database').toLowerCase(),
      parent: parentOf(index),
      name: `${name} - (${defaultTime(firstTime + index * 1000)})`,
      age: index,
    })),
  }
}

/** MM/dd/yyyy HH:mm:ss, the form of VMM's default names (C-031). */
function defaultTime(milliseconds: number): string {
  const [date, time] = new Date(milliseconds).toISOString().slice(0, 19).split('T')
  const [year, month, day] = date!.split('-')
  return `${month}/${day}/${year} ${time}`
}
