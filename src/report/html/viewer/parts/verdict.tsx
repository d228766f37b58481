import type { JSX } from 'preact'
import { reasons } from '../../../../judgement/outcome.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import { scenarioCommand } from '../../../present/reproduce.ts'
import { usePage } from '../data/page.ts'
import { Command } from './command.tsx'
import { Disclosure } from './disclosure.tsx'
import { EvidenceFold } from './evidence.tsx'
import { Gradual } from './gradual.tsx'
import { ScenarioLink } from './links.tsx'
import { SideBySide } from './side-by-side.tsx'
import { Comparison } from './value.tsx'

/** Values that a verdict rests on shown at once; it may rest on as many as there are checkpoints. */
const valuesAtOnce = 3

/** What was expected and seen, why it counts as it does, what it rests on, and how to get it again. */
export function VerdictBody({ row }: { readonly row: number }): JSX.Element {
  const page = usePage()
  const verdict = page.verdicts.row(row)
  const { values, steps, leftOut } = page.rests(row)
  const command = scenarioCommand(page.report, { id: verdict.scenario })
  const more = values.slice(valuesAtOnce)
  const sideBySide = (value: number): JSX.Element => <SideBySide key={value} seen={page.seenIn(value)} />
  return (
    <div class="verdict">
      <Comparison expected={verdict.expected} actual={verdict.actual} />
      {verdict.reason === undefined ? null : (
        <p class="reason">
          <strong>{verdict.reason.code}</strong> {reasonText(verdict.reason)}
        </p>
      )}
      {values.slice(0, valuesAtOnce).map(sideBySide)}
      {more.length === 0 ? null : (
        <Disclosure summary={`${more.length} more values that it rests on`}>
          {() => (
            <Gradual items={more} step={20} what="values">
              {sideBySide}
            </Gradual>
          )}
        </Disclosure>
      )}
      {leftOut === 0 ? null : <p class="quiet">{leftOut} values that it rests on are only in report.json.</p>}
      <EvidenceFold digests={new Set(steps.flatMap((step) => step.evidence))} />
      <p class="again">
        <strong>How to reproduce.</strong> Scenario <ScenarioLink id={verdict.scenario} />
        {command === null ? ', judged from files: inspect them again.' : <Command text={command} />}
      </p>
    </div>
  )
}

/** The general meaning of a reason before its particular sentence, where that does not say it already. */
function reasonText({ code, sentence }: NonNullable<ReportVerdict['reason']>): string {
  return sentence.startsWith(reasons[code]) ? sentence : `${reasons[code]} ${sentence}`
}
