import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const wellKnown = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser that SNAPCHECK_CHROMIUM names, or one where browsers usually are; undefined where there is none. */
export function chromiumPath(): string | undefined {
  return process.env['SNAPCHECK_CHROMIUM'] ?? wellKnown.find((path) => existsSync(path))
}

export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
}
