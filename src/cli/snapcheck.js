#!/usr/bin/env node
// Plain JavaScript that an old Node can parse, so that it can be refused in one sentence.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`snapcheck needs Node 22.18 or newer; this is Node ${process.versions.node}.`)
  process.exitCode = 2
} else {
  const source = new URL('main.ts', import.meta.url)
  const compiled = new URL('../../dist/src/cli/main.js', import.meta.url)
  const { main } = await import((existsSync(source) ? source : compiled).href)
  process.exitCode = await main(process.argv.slice(2))
}
