import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'
import type { Report } from '../../../model/report.ts'
import { conclusionWords, interfaceName } from '../../../present/labels.ts'
import { href } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { Counts, presentOutcomes } from '../parts/counts.tsx'
import { seconds } from '../parts/numbers.ts'
import { OriginBadge } from '../parts/origin.tsx'
import { OutcomeIcon } from '../parts/outcome.tsx'

/** The drawing and colour in which a conclusion is shown. */
const looks: Readonly<Record<Report['summary']['conclusion'], Outcome>> = {
  acceptable: 'conforms',
  'non-conforming': 'violates',
  'could-not-judge': 'inconclusive',
  'not-assessed': 'not-run',
}

export function Masthead(): JSX.Element {
  const { report, sentences } = usePage()
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
        <h1>{sentences.verdict}</h1>
        {sentences.besides.length === 0 ? null : <p class="besides">{sentences.besides.join(' ')}</p>}
        <p class={`origin-line origin-line-${report.origin}`}>
          <strong>{report.origin}</strong> {sentences.origin}
        </p>
        <Proportions outcomes={outcomes} />
        <Identity participants={report.participants} />
      </div>
    </header>
  )
}

/** Who was looked at, in one line each; how that was found out stands further down. */
function Identity({ participants }: Pick<Report, 'participants'>): JSX.Element {
  return (
    <ul class="identity" aria-label="Participants">
      {participants.map(({ id, product, version, build, origin, ...participant }) => (
        <li key={id}>
          <strong>{interfaceName(participant.interface)}</strong>{' '}
          <a href={href('participants')}>
            {product} {version}
          </a>
          {build === null || build === version || version?.endsWith(`.${build}`) === true ? null : `, build ${build}`}{' '}
          <OriginBadge origin={origin} />
        </li>
      ))}
    </ul>
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
      <Counts counts={outcomes} linked />
    </div>
  )
}
