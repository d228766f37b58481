import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'
import type { Report } from '../../../model/report.ts'
import { originLine, verdictLine } from '../../../present/headline.ts'
import { conclusionWords } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import { Counts, presentOutcomes } from '../parts/counts.tsx'
import { seconds } from '../parts/numbers.ts'
import { OutcomeIcon } from '../parts/outcome.tsx'

/** The drawing and colour in which a conclusion is shown. */
const looks: Readonly<Record<Report['summary']['conclusion'], Outcome>> = {
  acceptable: 'conforms',
  'non-conforming': 'violates',
  'could-not-judge': 'inconclusive',
  'not-assessed': 'not-run',
}

export function Masthead(): JSX.Element {
  const { report } = usePage()
  const { conclusion, outcomes } = report.summary
  const look = looks[conclusion]
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <p class="brand">
          <span>
            <strong>snapcheck</strong> conformance report
          </span>
          <time dateTime={report.wallTime.createdAt}>
            {report.wallTime.createdAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}, {seconds(report.wallTime.durationMs)}
          </time>
        </p>
        <p class={`conclusion ink-${look}`}>
          <span class={`seal outcome-${look}`}>
            <OutcomeIcon outcome={look} />
          </span>
          {conclusionWords[conclusion]}
        </p>
        <h1>{verdictLine(report)}</h1>
        <p class={`origin-line origin-line-${report.origin}`}>{originLine(report)}</p>
        <Proportions outcomes={outcomes} />
      </div>
    </header>
  )
}

function Proportions({ outcomes }: { readonly outcomes: Readonly<Record<Outcome, number>> }): JSX.Element {
  return (
    <div class="proportions">
      <div class="bar" aria-hidden="true">
        {presentOutcomes(outcomes).map((outcome) => (
          <span key={outcome} class={`fill-${outcome}`} style={{ flexGrow: outcomes[outcome] }} />
        ))}
      </div>
      <Counts counts={outcomes} />
    </div>
  )
}
