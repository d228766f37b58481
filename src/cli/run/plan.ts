import type { NotRun } from '../../harness/live/assign.ts'
import { createsIn, type PlannedChange } from '../../harness/live/rehearse.ts'
import { inWords } from '../../foundation/duration.ts'
import { print, printJson, printTable } from '../print.ts'

export interface Plan {
  readonly changes: readonly PlannedChange[]
  readonly notRun: readonly NotRun[]
  readonly ceiling: number
  /** Milliseconds of the lab's clock. */
  readonly took: number
  readonly json: boolean
}

/** What `--dry-run` prints: every change, and what would not be run. */
export function printPlan({ changes, notRun, ceiling, took, json }: Plan): void {
  if (json) return printJson({ changes, notRun, creates: createsIn(changes), ceiling, labClockMs: took })
  if (changes.length === 0) print('Nothing would be changed.')
  else {
    printTable([
      ['SCENARIO', 'VM', 'THROUGH', 'CHANGE'],
      ...changes.map((change) => [change.scenario, change.vm, `${change.through} ${change.endpoint}`, described(change)]),
    ])
    print(`\n${changes.length} changes, ${createsIn(changes)} checkpoints created (ceiling ${ceiling}). Nothing was changed.`)
    print(`In the lab it took ${inWords(took)} of the lab's clock, one scenario after the other; products take their own time.`)
  }
  printNotRun(notRun)
}

/** Equal reasons are one line. */
export function printNotRun(notRun: readonly NotRun[]): void {
  for (const [sentence, same] of Map.groupBy(notRun, (one) => one.sentence)) {
    const names = [...new Set(same.map(({ scenario }) => scenario))]
    print(`not run  ${names.length} ${names.length === 1 ? 'scenario' : 'scenarios'} (${names.join(', ')}): ${sentence}`)
  }
}

function described({ action, title, intended }: PlannedChange): string {
  const given = Object.entries(intended).map(([key, value]) => `${key} ${JSON.stringify(value)}`)
  return [action, ...given, `(${title})`].join(' ')
}
