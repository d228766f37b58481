/** Reads an exported inventory and judges it, without writing a report. Prints measures as JSON. */
import { loadRegister } from '../../src/harness/register-files.ts'
import { inspectFiles } from '../../src/inspection/inspect.ts'
import { judge } from '../../src/judgement/rule.ts'
import { rules } from '../../src/judgement/rules/index.ts'

const file = process.argv[2]!
const { claims } = loadRegister()

const began = performance.now()
const { stories, problems } = await inspectFiles([file])
const readAt = performance.now()
if (problems.length > 0) throw problems[0]!.error
const verdicts = stories.flatMap((story) => judge(story, rules, claims))
const judgedAt = performance.now()
if (verdicts.length === 0) throw new Error(`Nothing was judged in ${file}: there is nothing to measure.`)

console.log(
  JSON.stringify({
    reading: { value: readAt - began, unit: 'ms' },
    judging: { value: judgedAt - readAt, unit: 'ms' },
    verdicts: { value: verdicts.length, unit: 'verdicts' },
  }),
)
