import { render } from 'preact'
import { App } from './app.tsx'
import { followAddress } from './data/address.ts'
import { readContent } from './data/content.ts'
import { pageOf } from './data/page.ts'
import { followPrinting } from './data/printing.ts'
import './style/base.css'
import './style/parts.css'
import './style/toolbar.css'
import './style/matrix.css'
import './style/sections.css'
import './style/lists.css'
import './style/findings.css'
import './style/scenario.css'
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
  followPrinting()
}

void start(document.getElementById('app')!)
