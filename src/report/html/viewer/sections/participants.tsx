import { Fragment, type JSX } from 'preact'
import type { ReportParticipant } from '../../../model/report.ts'
import { interfaceName } from '../../../present/labels.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { plural, shortDigest } from '../parts/numbers.ts'
import { OriginBadge } from '../parts/origin.tsx'

export function Participants(): JSX.Element {
  const { report } = usePage()
  return (
    <ul class="participants">
      {report.participants.map((participant) => (
        <Participant key={participant.id} participant={participant} />
      ))}
    </ul>
  )
}

function Participant({ participant }: { readonly participant: ReportParticipant }): JSX.Element {
  const { id, product, version, build, identifiedBy, origin, via, provenance } = participant
  return (
    <li>
      <h3>
        {product} {version} <OriginBadge origin={origin} />
      </h3>
      <p>
        build {build ?? 'not stated'}, through {interfaceName(participant.interface)}, via {via}
      </p>
      <p class="quiet">
        identified by {identifiedBy}
        {id === participant.interface ? null : `, called ${id}`}
      </p>
      {provenance.length === 0 ? null : (
        <Disclosure print summary={plural(provenance.length, 'file', 'files')}>
          {() => <Files files={provenance} />}
        </Disclosure>
      )}
    </li>
  )
}

function Files({ files }: { readonly files: ReportParticipant['provenance'] }): JSX.Element {
  return (
    <dl class="files">
      {files.map(({ file, statement, statedTime, licence, digest }) => (
        <Fragment key={digest}>
          <dt>
            <strong>{file}</strong> <code class="quiet">{shortDigest(digest)}</code>
          </dt>
          <dd>
            {statement} {statedTime === null ? null : `Recorded ${statedTime}.`} {licence === null ? null : `Licence: ${licence}.`}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
