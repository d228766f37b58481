import type { JSX } from 'preact'
import { commandLine } from '../../../present/reproduce.ts'
import { usePage } from '../data/page.ts'
import { Command } from '../parts/command.tsx'

export function Configuration(): JSX.Element {
  const { report } = usePage()
  const { harness, command, source, wallTime } = report
  return (
    <>
      <Command text={commandLine(report)} />
      <dl class="facts configuration">
        <dt>Source</dt>
        <dd>
          {source.kind}
          {source.via.map(({ via, observations }) => (
            <span key={via}>
              , {observations} observations via {via}
            </span>
          ))}
        </dd>
        <dt>Origin</dt>
        <dd>
          {source.origin.map(({ origin, observations }) => `${observations} observations of origin ${origin}`).join(', ') ||
            'no observation'}
        </dd>
        <dt>Seed</dt>
        <dd>{command.seed ?? 'nothing was derived from one'}</dd>
        <dt>snapcheck</dt>
        <dd>
          {harness.version} on {harness.runtime}, {harness.platform}
        </dd>
        <dt>Run</dt>
        <dd>
          <code>{wallTime.runId}</code>, report <code>{wallTime.reportId}</code>
        </dd>
        <dt>Format</dt>
        <dd>
          {report.format}, version {report.formatVersion}; the whole of it is in report.json
        </dd>
      </dl>
    </>
  )
}
