import { render } from 'preact'
import { App } from './app.tsx'
import { followAddress, openForPrint } from './data/anchors.ts'
import { readContent } from './data/content.ts'
import { pageOf } from './data/page.ts'
import './style/base.css'
import './style/parts.css'
import './style/sections.css'
import './style/print.css'

const root = document.getElementById('app')!
const page = pageOf(await content())
root.replaceChildren()
render(<App page={page} />, root)
followAddress()
openForPrint()

/** A page that cannot be read says so to the person before it fails. */
async function content(): ReturnType<typeof readContent> {
  try {
    return await readContent()
  } catch (error) {
    root.textContent = `This report cannot be shown: ${String(error)}`
    throw error
  }
}
