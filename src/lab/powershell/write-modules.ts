import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { powerShellModules } from '../../products/powershell/modules.ts'
import { formatFileText, typeFileText } from './extension-text.ts'
import { manifestText, moduleText } from './module-text.ts'

export interface WrittenModules {
  /** The folder for PSModulePath. */
  readonly path: string
  remove(): void
}

/** Writes the drop-in modules into a folder of their own. */
export function writeModules(): WrittenModules {
  const path = mkdtempSync(join(tmpdir(), 'snapcheck-lab-modules-'))
  for (const module of powerShellModules) {
    const folder = join(path, module.name)
    mkdirSync(folder)
    const files = {
      psd1: manifestText(module),
      psm1: moduleText(module),
      'Types.ps1xml': typeFileText(module),
      'Format.ps1xml': formatFileText(module),
    }
    for (const [suffix, text] of Object.entries(files)) writeFileSync(join(folder, `${module.name}.${suffix}`), text)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
