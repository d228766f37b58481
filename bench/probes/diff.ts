/** Compares two collections of generated files as `snapcheck diff` does. Prints measures as JSON. */
import { exportsIn } from '../../src/cli/files.ts'
import { inspectSide } from '../../src/inspection/side.ts'
import { diffSides } from '../../src/judgement/diff/diff.ts'

const [before = '', after = ''] = process.argv.slice(2)

const began = performance.now()
const sides = [await inspectSide(exportsIn(before)), await inspectSide(exportsIn(after))] as const
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
