import type { JSX } from 'preact'
import { scenarioCommand } from '../../../present/reproduce.ts'
import { usePage } from '../data/page.ts'
import { Command } from './command.tsx'
import { Disclosure } from './disclosure.tsx'
import { EvidenceFold } from './evidence.tsx'
import { Gradual } from './gradual.tsx'
import { ScenarioLink } from './links.tsx'
import { Reason } from './reason.tsx'
import { SideBySide } from './side-by-side.tsx'
import { Comparison } from './value.tsx'

/** Values that a verdict rests on shown at once; it may rest on as many as there are checkpoints. */
const valuesAtOnce = 3

interface OfVerdict {
  readonly row: number
}

/** What was expected and seen, and all that stands behind it. */
export function VerdictBody({ row }: OfVerdict): JSX.Element {
  const { expected, actual } = usePage().verdicts.row(row)
  return (
    <div class="verdict">
      <Comparison expected={expected} actual={actual} />
      <VerdictGrounds row={row} />
    </div>
  )
}

/** Why a verdict counts as it does, what it rests on, and how to get it again. */
export function VerdictGrounds({ row }: OfVerdict): JSX.Element {
  const page = usePage()
  const verdict = page.verdicts.row(row)
  const { values, steps, leftOut } = page.rests(row)
  const command = scenarioCommand(page.report, { id: verdict.scenario })
  const more = values.slice(valuesAtOnce)
  const sideBySide = (value: number): JSX.Element => <SideBySide key={value} seen={page.seenIn(value)} />
  return (
    <>
      <Reason verdict={verdict} />
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
      <div class="again">
        <p>
          <strong>How to reproduce.</strong> Scenario <ScenarioLink id={verdict.scenario} />
          {command === null ? ', judged from files: inspect them again.' : null}
        </p>
        {command === null ? null : <Command text={command} />}
      </div>
    </>
  )
}
