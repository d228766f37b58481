import type { JSX } from 'preact'
import type { ReportDisturbance } from '../../../model/report.ts'
import { interfaceName } from '../../../present/labels.ts'
import type { PageStep } from '../../content.ts'
import { anchors, href } from '../data/anchors.ts'
import { usePage, type Page } from '../data/page.ts'
import { plural } from '../parts/numbers.ts'

/** A line of more is no picture any more. */
const atMost = 60

interface TimeLineProps {
  readonly stages: readonly (readonly PageStep[])[]
  readonly disturbances: readonly ReportDisturbance[]
}

/**
 * Acts and looks on one line, each leading to its step, with the time of the host's clock where an interface showed it; what
 * somebody else did stands before the first step that it can have touched.
 */
export function TimeLine({ stages, disturbances }: TimeLineProps): JSX.Element | null {
  const page = usePage()
  if (stages.length < 2) return null
  const marks = [...stages.flatMap((steps) => marksOf(page, steps)), ...disturbances.map(disturbanceMark)].toSorted(
    (a, b) => a.stage - b.stage,
  )
  return (
    <nav class="scroll time-line" aria-label="Steps in time">
      <ol>
        {marks.slice(0, atMost).map((mark) => (
          <MarkItem key={mark.anchor} {...mark} />
        ))}
        {marks.length > atMost ? <li class="quiet">and {marks.length - atMost} more below</li> : null}
      </ol>
    </nav>
  )
}

interface Mark {
  /** Where it stands; what somebody else did before the stage stands half a step before it. */
  readonly stage: number
  readonly anchor: string
  readonly title: string
  readonly sort: PageStep['kind'] | 'disturbance'
  readonly when: string
  readonly word: string
  readonly through: string
  readonly failed: boolean
}

/** One mark for each act and measurement, and one for all looks of a stage together. */
function marksOf(page: Page, steps: readonly PageStep[]): readonly Mark[] {
  const views = steps.filter((step) => step.kind === 'view')
  const single = steps.flatMap((step) => (step.kind === 'view' ? [] : [stepMark(step)]))
  const [first] = views
  if (first === undefined) return single
  const look = { ...common(first), word: 'look', through: lookedAt(views), failed: false }
  return [...single, { ...look, when: clockOf(page, views) ?? look.when }]
}

function lookedAt(views: readonly PageStep[]): string {
  const interfaces = new Set(views.map((view) => view.interface)).size
  const vms = new Set(views.map(({ vm }) => vm)).size
  return `${plural(interfaces, 'interface', 'interfaces')}${vms === 1 ? '' : `, ${vms} VMs`}`
}

function stepMark(step: Exclude<PageStep, { kind: 'view' }>): Mark {
  const through = interfaceName(step.interface)
  if (step.kind === 'measurement') return { ...common(step), word: step.name, through, failed: false }
  const failed = step.result !== 'done'
  return { ...common(step), word: failed ? `${step.action}, ${step.result}` : step.action, through, failed }
}

function common({ id, stage, title, kind }: PageStep): Pick<Mark, 'stage' | 'anchor' | 'title' | 'sort' | 'when'> {
  return { stage, anchor: anchors.step(id), title, sort: kind, when: `step ${stage + 1}` }
}

function disturbanceMark({ id, kind, from }: ReportDisturbance): Mark {
  return {
    stage: from - 0.5,
    anchor: anchors.disturbance(id),
    title: kind,
    sort: 'disturbance',
    when: `before step ${from + 1}`,
    word: 'changed',
    through: 'by somebody else',
    failed: false,
  }
}

function MarkItem({ anchor, title, sort, when, word, through, failed }: Mark): JSX.Element {
  return (
    <li class={`mark-${sort}${failed ? ' mark-failed' : ''}`}>
      <a href={href(anchor)} title={title}>
        <span class="when">{when}</span>
        <span class="dot" aria-hidden="true" />
        <span class="word">{word}</span>
        <small>{through}</small>
      </a>
    </li>
  )
}

/** Time of day that the host showed, as it stands in the normalised value (UTC). */
function clockOf(page: Page, views: readonly PageStep[]): string | undefined {
  const shown = views.flatMap((view) => page.valuesOf(view).filter(({ property }) => property === 'hostTime'))
  const time = shown.map(({ normalised }) => normalised).find((value) => typeof value === 'string')
  return time === undefined ? undefined : /T(\d\d:\d\d:\d\d)/.exec(time)?.[1]
}
