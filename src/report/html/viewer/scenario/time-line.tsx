import type { JSX } from 'preact'
import type { ReportStep } from '../../../model/report.ts'
import { anchors, href } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import type { PageStep } from '../../content.ts'
import { interfaceName } from '../../../present/labels.ts'
import { plural } from '../parts/numbers.ts'

/** A line of more is no picture any more. */
const atMost = 60

/** Acts and looks on one line, each leading to its step; with the time of the host's clock where an interface showed it. */
export function TimeLine({ stages }: { readonly stages: readonly (readonly PageStep[])[] }): JSX.Element | null {
  if (stages.length < 2) return null
  const marks = stages.flatMap(marksOf)
  return (
    <nav class="scroll time-line" aria-label="Steps in time">
      <ol>
        {marks.slice(0, atMost).map((mark) => (
          <Mark key={mark.step.id} {...mark} />
        ))}
        {marks.length > atMost ? <li class="quiet">and {marks.length - atMost} more below</li> : null}
      </ol>
    </nav>
  )
}

interface MarkProps {
  readonly step: PageStep
  readonly sort: ReportStep['kind']
  readonly word: string
  readonly through: string
  readonly failed: boolean
  /** Views of the same moment, of which one may show the clock. */
  readonly views: readonly PageStep[]
}

/** One mark for each act and measurement, and one for all looks of a stage together. */
function marksOf(steps: readonly PageStep[]): readonly MarkProps[] {
  const views = steps.filter((step) => step.kind === 'view')
  const single = steps.flatMap((step): MarkProps[] => {
    if (step.kind === 'view') return []
    const word = step.kind === 'act' ? step.action : step.name
    return [
      {
        step,
        sort: step.kind,
        word,
        through: interfaceName(step.interface),
        failed: step.kind === 'act' && step.result !== 'done',
        views: [],
      },
    ]
  })
  const [first] = views
  if (first === undefined) return single
  return [
    ...single,
    { step: first, sort: 'view', word: 'look', through: plural(views.length, 'interface', 'interfaces'), failed: false, views },
  ]
}

function Mark({ step, sort, word, through, failed, views }: MarkProps): JSX.Element {
  const time = clockOf(usePage(), views)
  return (
    <li class={`mark-${sort}${failed ? ' mark-failed' : ''}`}>
      <a href={href(anchors.step(step.id))} title={step.title}>
        <span class="when">{time ?? `step ${step.stage + 1}`}</span>
        <span class="dot" aria-hidden="true" />
        <span class="word">
          {word}
          {failed && step.kind === 'act' ? `, ${step.result}` : null}
        </span>
        <small>{through}</small>
      </a>
    </li>
  )
}

/** Time of day that the host showed, as it stands in the normalised value (UTC). */
function clockOf(page: ReturnType<typeof usePage>, views: readonly PageStep[]): string | undefined {
  const shown = views.flatMap((view) => page.valuesOf(view).filter(({ property }) => property === 'hostTime'))
  const time = shown.map(({ normalised }) => normalised).find((value) => typeof value === 'string')
  return time === undefined ? undefined : /T(\d\d:\d\d:\d\d)/.exec(time)?.[1]
}
