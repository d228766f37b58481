import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { View } from '../judgement/observation.ts'
import { generateInventory } from './generate.ts'
import { inspectFiles } from './inspect.ts'
import { temporaryFolder, type TemporaryFolder } from './testing/files.ts'

const formats = ['clixml', 'json'] as const

async function views(folder: TemporaryFolder, format: (typeof formats)[number]): Promise<readonly View[]> {
  const path = join(folder.path, `inventory.${format}`)
  generateInventory(path, { format, checkpoints: 125 })
  const { stories, problems } = await inspectFiles([path])
  expect(problems).toEqual([])
  return stories[0]!.views
}

describe('a generated inventory', () => {
  it('holds as many checkpoints as it was told, 50 on a VM at most', async () => {
    using folder = temporaryFolder()
    for (const format of formats) expect((await views(folder, format)).map(({ checkpoints }) => checkpoints.length)).toEqual([50, 50, 25])
  })

  it('says the same in both formats, and is never a product', async () => {
    using folder = temporaryFolder()
    const summary = (view: View): unknown => ({
      vm: view.vm,
      origin: view.origin,
      position: view.observations.position?.normalised,
      checkpoints: view.checkpoints.map(({ id, observations: { parent, name, createdTime } }) => [
        id,
        parent?.normalised,
        name?.raw,
        createdTime?.normalised,
      ]),
    })
    const [clixml, json] = [await views(folder, 'clixml'), await views(folder, 'json')]
    expect(clixml.map(summary)).toEqual(json.map(summary))
    expect(clixml[0]).toMatchObject({ origin: 'simulator' })
    expect(clixml[0]!.checkpoints[0]!.observations.parent?.normalisation).toBe('N-root-is-vm')
  })

  it('is the same to the byte for the same parameters', () => {
    using folder = temporaryFolder()
    const made = (name: string): string => {
      const path = join(folder.path, name)
      const bytes = generateInventory(path, { format: 'clixml', checkpoints: 60, seed: 'a seed' })
      const text = readFileSync(path, 'utf8')
      expect(Buffer.byteLength(text)).toBe(bytes)
      return text
    }
    expect(made('one')).toBe(made('two'))
  })
})
