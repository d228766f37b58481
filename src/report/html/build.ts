import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'

/** Bundles the viewer into one page without any reference to the outside: dist/report/viewer.html, or the file named. */
const viewer = join(import.meta.dirname, 'viewer')
const target = process.argv[2] ?? join(import.meta.dirname, '..', '..', '..', 'dist', 'report', 'viewer.html')

const bundled = await build({
  configFile: false,
  root: viewer,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    write: false,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { input: join(viewer, 'main.tsx'), output: { format: 'iife' } },
  },
})
const { output } = (Array.isArray(bundled) ? bundled[0] : bundled) as Rolldown.RolldownOutput
const script = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n')
const style = output.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('\n')
const page = await readFile(join(viewer, 'page.html'), 'utf8')

await mkdir(dirname(target), { recursive: true })
await writeFile(
  target,
  page
    .replace('/*snapcheck:style*/', () => style)
    .replace('/*snapcheck:script*/', () => script.replaceAll('</script', String.raw`<\/script`)),
)
