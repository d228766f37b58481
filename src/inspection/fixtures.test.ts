import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isSnapcheckError } from '../foundation/errors.ts'
import { readFile } from './read-file.ts'
import { readProvenance, type Provenance } from './provenance.ts'

const recordings = join(import.meta.dirname, '../../fixtures/recordings')
const beside: ReadonlySet<string> = new Set(['PROVENANCE.md', 'provenance.json', 'LICENSE.txt'])
/** Kept for people; inspect does not read it. */
const notInspected: ReadonlySet<string> = new Set(['mof-msvm_computersystem_enabledstate_valuemap.txt'])

const folders = readdirSync(recordings)
const provenanceIn = (folder: string): Provenance =>
  readProvenance(join(recordings, folder)) ?? expect.fail(`${folder} has no provenance.json`)

it('holds the four recordings', () => {
  expect(folders.toSorted()).toEqual([
    'azure-arc-scvmm-checkpoint',
    'fog-hyperv-get-vm',
    'go-wsman-hyperv-host',
    'manageiq-scvmm-inventory',
  ])
})

describe.each(folders)('the recording %s', (folder) => {
  const path = join(recordings, folder)
  const provenance = provenanceIn(folder)

  it('names every file that is there, and no other, with its size and digest', () => {
    const found = readdirSync(path)
      .filter((name) => !beside.has(name))
      .map((name) => ({
        name,
        bytes: statSync(join(path, name)).size,
        sha256: createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      }))
    expect(provenance.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))).toEqual(found)
  })

  it('says whose it is and brings the licence and the account for people along', () => {
    expect(provenance.name).toBe(folder)
    expect(provenance.sourceKind).toBe('third-party')
    expect(['Apache-2.0', 'MIT']).toContain(provenance.licence.spdx)
    const licence = readFileSync(join(path, provenance.licence.file), 'utf8')
    expect(licence).toContain(
      provenance.licence.spdx === 'MIT' ? 'Permission is hereby granted, free of charge' : 'Version 2.0, January 2004',
    )
    expect(readFileSync(join(path, 'PROVENANCE.md'), 'utf8')).toContain('| source |')
  })

  it.each(provenance.files.filter(({ name }) => !notInspected.has(name)))(
    'states for $name the builds that inspect reads in it',
    ({ name, products }) => {
      const read = readFile(join(path, name)).content.products.map(({ role, build }) => `${role} ${build}`)
      expect(new Set(read)).toEqual(new Set(products.map(({ role, build }) => `${role} ${build}`)))
    },
  )
})

it('refuses a provenance that is not complete', () => {
  const caught = ((): unknown => {
    try {
      return readProvenance(join(import.meta.dirname, 'testing/incomplete'))
    } catch (error) {
      return error
    }
  })()
  expect(isSnapcheckError(caught) && { code: caught.code, observed: caught.observed }).toEqual({
    code: 'SNAPCHECK_FILE_MALFORMED',
    observed: expect.stringContaining('licence'),
  })
})
