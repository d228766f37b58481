import type { ReportView } from '../../../model/report.ts'
import type { PageEvidence, PageHead, PageObservation, PageScenario, PageStep, PageVerdict } from '../../content.ts'
import type { Table, Unpacked } from '../../packed/unpack.ts'

/** A value with the look in which it was seen. */
export interface Seen {
  readonly observation: PageObservation
  readonly view: ReportView
}

export interface Rests {
  readonly values: readonly number[]
  readonly steps: readonly PageStep[]
  /** Values that only report.json holds. */
  readonly leftOut: number
}

/** The ways through a report: verdict to values to steps to evidence, and scenario to its steps and verdicts. */
export interface Traces {
  /** What a verdict rests on, in its order: values by their rows, and every step that it rests on or in which one was seen. */
  readonly rests: (verdictRow: number) => Rests
  readonly seenIn: (observationRow: number) => Seen
  readonly scenarioRow: (id: string) => number | undefined
  readonly stepsOf: (scenarioRow: number) => readonly PageStep[]
  readonly verdictsOf: (scenarioRow: number) => Uint32Array
  readonly verdictsOfClaim: (id: string) => Uint32Array
  /** The scenario that a step belongs to. */
  readonly scenarioOfStep: (stepId: string) => string | undefined
  /** The values of one look. */
  readonly valuesOf: (view: PageStep) => readonly PageObservation[]
  /** What every interface showed of the same thing at the same stage. */
  readonly sideBySide: (seen: Seen) => readonly Seen[]
  readonly exchange: (digest: string) => PageEvidence | undefined
}

interface Tables {
  readonly verdicts: Table<PageVerdict>
  readonly observations: Table<PageObservation>
  readonly scenarios: Table<PageScenario>
  readonly steps: Table<PageStep>
  readonly exchanges: Table<PageEvidence>
}

export function tracesIn(content: Unpacked<PageHead>, tables: Tables): Traces {
  const { verdicts, observations, scenarios, steps, exchanges } = tables
  const scenarioRows = once(() => byText(content, scenarios, 'id'))
  const stepRows = once(() => byText(content, steps, 'id'))
  const exchangeRows = once(() => byText(content, exchanges, 'digest'))
  const claimNumbers = once(
    () => new Map(Array.from(new Set(verdicts.numbers('claim')), (number) => [content.value(number) as string, number])),
  )
  const observationAt = once(() => rowsByNumber(observations, content.valueCount))
  const stepAt = once(() => rowsByNumber(steps, content.valueCount))

  const scenarioNumber = (row: number): number => scenarios.numbers('id')[row]!
  const viewRow = (observationRow: number): number => stepAt()[observations.numbers('view')[observationRow]!]! - 1
  const valuesOf = (view: PageStep): readonly PageObservation[] => {
    const row = stepRows().get(view.id)
    if (row === undefined) return []
    const rows = observations.groups('view').rowsOf(steps.numbers('id')[row]!)
    return Array.from(rows, (one) => observations.row(one))
  }
  const stepsOf = (row: number): readonly PageStep[] =>
    Array.from(steps.groups('scenario').rowsOf(scenarioNumber(row)), (one) => steps.row(one))
  return {
    rests(verdictRow) {
      const numbers = content.list(verdicts.numbers('rests')[verdictRow]!)
      const values = Array.from(numbers, (number) => observationAt()[number]! - 1).filter((row) => row >= 0)
      const own = Array.from(numbers, (number) => stepAt()[number]! - 1).filter((row) => row >= 0)
      const shown = [...new Set([...values.map(viewRow), ...own])]
      return { values, steps: shown.map((row) => steps.row(row)), leftOut: numbers.length - values.length - own.length }
    },
    seenIn: (row) => ({ observation: observations.row(row), view: steps.row(viewRow(row)) as ReportView & PageStep }),
    scenarioRow: (id) => scenarioRows().get(id),
    stepsOf,
    verdictsOf: (row) => verdicts.groups('scenario').rowsOf(scenarioNumber(row)),
    verdictsOfClaim: (id) => {
      const number = claimNumbers().get(id)
      return number === undefined ? new Uint32Array(0) : verdicts.groups('claim').rowsOf(number)
    },
    scenarioOfStep: (id) => {
      const row = stepRows().get(id)
      return row === undefined ? undefined : steps.row(row).scenario
    },
    valuesOf,
    sideBySide({ observation, view }) {
      const scenario = (view as PageStep).scenario
      const together = stepsOf(scenarioRows().get(scenario)!).filter(
        (step): step is ReportView & PageStep => step.kind === 'view' && step.stage === view.stage && step.vm === view.vm,
      )
      return together.flatMap((other) =>
        valuesOf(other)
          .filter(({ subject, property }) => subject === observation.subject && property === observation.property)
          .map((one) => ({ observation: one, view: other })),
      )
    },
    exchange(digest) {
      const row = exchangeRows().get(digest)
      return row === undefined ? undefined : exchanges.row(row)
    },
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

function byText<Row>({ value }: Unpacked<PageHead>, table: Table<Row>, key: keyof Row & string): ReadonlyMap<string, number> {
  return new Map(Array.from(table.numbers(key), (number, row) => [String(value(number)), row]))
}

/** For the number of each id the row that has it, counted from 1; 0 where none has. */
function rowsByNumber<Row extends { readonly id: string }>(table: Table<Row>, valueCount: number): Uint32Array {
  const rows = new Uint32Array(valueCount + 1)
  for (const [row, number] of table.numbers('id').entries()) rows[number] = row + 1
  return rows
}
