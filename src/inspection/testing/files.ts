import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const recordings = join(import.meta.dirname, '../../../fixtures/recordings')

/** A recorded file's path. */
export function recorded(folder: string, name: string): string {
  return join(recordings, folder, name)
}

export const inventory2014 = recorded('manageiq-scvmm-inventory', 'inventory-2014-06-clixml.xml')
export const inventories2017 = ['02', '06', '11'].map((month) => recorded('manageiq-scvmm-inventory', `inventory-2017-${month}.json`))

export type Encoded = 'utf-8' | 'utf-8 with BOM' | 'utf-16le with BOM' | 'utf-16be with BOM' | 'utf-16le'

const encoders: Readonly<Record<Encoded, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with BOM': (text) => Buffer.from(`\uFEFF${text}`),
  'utf-16le with BOM': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be with BOM': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
}

/** A folder that is gone after the test; use with `using`. */
export interface TemporaryFolder extends Disposable {
  readonly path: string
  /** @returns the file's path. */
  write(name: string, content: string | Uint8Array, encoded?: Encoded): string
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'snapcheck-inspection-'))
  return {
    path,
    write(name, content, encoded = 'utf-8') {
      const file = join(path, name)
      writeFileSync(file, typeof content === 'string' ? encoders[encoded](content) : content)
      return file
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** The nine checkpoints of the recorded CLIXML inventory, each as `… | Export-Clixml` alone would write it. */
export function recordedCheckpoints(): readonly string[] {
  const document = readFileSync(inventory2014, 'utf8')
  const objects =
    document.match(/<Obj (?:N="LastRestoredVMCheckpoint" )?RefId="\d+">\s*<TN(?:Ref)? RefId="92"[^]*?<\/Props>\s*<\/Obj>/g) ?? []
  return objects.map((object) =>
    object.replace(' N="LastRestoredVMCheckpoint"', '').replace(/<TNRef RefId="62" \/>|<Ref N="ServerConnection" RefId="43" \/>/g, ''),
  )
}

/** What Export-Clixml puts around top-level objects. */
export function exported(objects: readonly string[]): string {
  return `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n${objects.join('\r\n')}\r\n</Objs>`
}
