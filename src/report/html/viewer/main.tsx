import { render } from 'preact'
import { App } from './app.tsx'
import { followAddress, openForPrint } from './data/anchors.ts'
import { readContent } from './data/content.ts'
import { pageOf } from './data/page.ts'
import './style/base.css'
import './style/parts.css'
import './style/sections.css'
import './style/findings.css'
import './style/print.css'

/** A page that cannot be read says so to the person before it fails. */
async function start(root: HTMLElement): Promise<void> {
  try {
    const page = pageOf(await readContent())
    root.replaceChildren()
    render(<App page={page} />, root)
    root.dataset['ready'] = ''
  } catch (error) {
    root.textContent = `This report cannot be shown: ${String(error)}`
    throw error
  }
  followAddress()
  openForPrint()
}

void start(document.getElementById('app')!)
