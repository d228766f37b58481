import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import type { ReportView } from '../../../model/report.ts'
import { interfaceName } from '../../../present/labels.ts'
import { treeOf, type TreeNode } from '../../../present/tree.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from './disclosure.tsx'
import { Evidence } from './evidence.tsx'
import { OriginBadge } from './origin.tsx'
import { VisibleText } from './value.tsx'

/** A tree of more is a matter for report.json. */
const atMost = 200

const settledWords: Readonly<Record<ReportView['settled'], string>> = {
  synchronised: 'read after the job had ended',
  awaited: 'awaited, and it came',
  'awaited-in-vain': 'awaited in vain',
  file: 'as exported',
}

/** What one interface showed, drawn as a tree. */
export function Tree({ view }: { readonly view: ReportView }): JSX.Element {
  const bySubject = groupedBy(usePage().ofView(view.id), (observation) => observation.subject)
  const propertiesOf = (subject: string): ReturnType<Parameters<typeof treeOf>[1]> =>
    new Map((bySubject.get(subject) ?? []).map((observation) => [observation.property, observation]))
  const isLong = view.checkpoints.length > atMost
  return (
    <figure class="tree">
      <figcaption>
        {interfaceName(view.interface)} <OriginBadge origin={view.origin} />
        <span class="quiet">
          {settledWords[view.settled]}
          {view.witness ? '' : ', without a witness'}
        </span>
      </figcaption>
      {view.checkpoints.length === 0 ? <p class="nothing">shows none</p> : null}
      {isLong ? (
        <p class="nothing">{view.checkpoints.length} of them, too many to draw: see report.json.</p>
      ) : (
        <Branch nodes={treeOf(view, propertiesOf)} />
      )}
      <Disclosure summary={`Evidence (${view.evidence.length})`}>
        {() => view.evidence.map((digest) => <Evidence key={digest} digest={digest} />)}
      </Disclosure>
    </figure>
  )
}

function Branch({ nodes }: { readonly nodes: readonly TreeNode[] }): JSX.Element | null {
  if (nodes.length === 0) return null
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.subject}>
          <div class="node" title={node.subject}>
            <span class="name">{node.name === null ? <em class="quiet">no name</em> : <VisibleText text={node.name} />}</span>
            <code class="quiet">{node.subject.slice(0, 8)}</code>
            {node.isPosition ? <span class="flag">the VM stands here</span> : null}
            {node.isLoose ? <span class="flag">its parent is not shown</span> : null}
            {node.comment === null || node.comment === '' ? null : (
              <span class="comment">
                <VisibleText text={node.comment} />
              </span>
            )}
          </div>
          <Branch nodes={node.children} />
        </li>
      ))}
    </ul>
  )
}
