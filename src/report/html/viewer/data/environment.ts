import { isUnclean } from '../../../model/build/summary.ts'
import type { ReportCleanup } from '../../../model/report.ts'
import type { PageHead, PageScenario } from '../../content.ts'
import type { Table, Unpacked } from '../../packed/unpack.ts'

/** How the scenarios left their VMs, and where somebody else took part. */
export interface Environment {
  /** Scenarios by what their clean-up came to. */
  readonly cleanups: ReadonlyMap<ReportCleanup['outcome'], number>
  /** Scenarios that did something that nothing takes back. */
  readonly notUndone: number
  /** Rows of scenarios whose VM is not as it was found, or was changed by somebody else. */
  readonly unsettled: readonly number[]
}

export function environmentIn({ value }: Unpacked<PageHead>, scenarios: Table<PageScenario>): Environment {
  const disturbances = scenarios.numbers('disturbances')
  const numbers = scenarios.numbers('cleanup')
  const byNumber = new Map(Array.from(new Set(numbers), (number) => [number, value(number) as unknown as ReportCleanup]))
  const cleanups = new Map<ReportCleanup['outcome'], number>()
  const unsettled: number[] = []
  let notUndone = 0
  for (const [row, number] of numbers.entries()) {
    const cleanup = byNumber.get(number)!
    cleanups.set(cleanup.outcome, (cleanups.get(cleanup.outcome) ?? 0) + 1)
    if (cleanup.notUndone !== undefined) notUndone++
    if (isUnclean({ cleanup }) || disturbances[row] !== 0) unsettled.push(row)
  }
  return { cleanups, notUndone, unsettled }
}
