/** Compares two collections of generated files as `snapcheck diff` does. Prints measures as JSON. */
import { exportsIn } from '../../src/cli/files.ts'
import { inspectFiles } from '../../src/inspection/inspect.ts'
import { sideOf } from '../../src/inspection/side.ts'
import { diffSides } from '../../src/judgement/diff/diff.ts'

const [before = '', after = ''] = process.argv.slice(2)

const began = performance.now()
const sides = [sideOf(await inspectFiles(exportsIn(before))), sideOf(await inspectFiles(exportsIn(after)))] as const
const readAt = performance.now()
const { rows } = diffSides(...sides)
const comparedAt = performance.now()
if (rows.length === 0) throw new Error(`Nothing was compared in ${before}: there is nothing to measure.`)

console.log(
  JSON.stringify({
    reading: { value: readAt - began, unit: 'ms' },
    comparing: { value: comparedAt - readAt, unit: 'ms' },
    rows: { value: rows.length, unit: 'rows' },
  }),
)
