import type { JSX } from 'preact'
import type { ReportView } from '../../../model/report.ts'
import { groupedBy } from '../../../model/build/order.ts'
import { interfaceName } from '../../../present/labels.ts'
import { treeOf, type TreeNode } from '../../../present/tree.ts'
import type { PageStep } from '../../content.ts'
import { usePage } from '../data/page.ts'
import { EvidenceFold } from '../parts/evidence.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { VisibleText } from '../parts/value.tsx'
import { duration } from '../parts/numbers.ts'
import { ValuesFold } from './values.tsx'

/** A tree of more is a matter for report.json. */
const atMost = 200

const settledWords: Readonly<Record<ReportView['settled'], string>> = {
  synchronised: 'read after the job had ended',
  awaited: 'awaited, and it came',
  'awaited-in-vain': 'awaited in vain',
  'not-awaited': 'one glance, without waiting',
  unreadable: 'could not be read',
  'not-shown': 'answers, and does not show the VM',
  file: 'as exported',
}

interface TreeProps {
  readonly view: ReportView & PageStep
  readonly made: ReadonlySet<string>
  /** The name of the VM, where several are shown together; its values then stand below it. */
  readonly vm?: string
}

/** What one interface showed, drawn as a tree. */
export function Tree({ view, made, vm }: TreeProps): JSX.Element {
  const bySubject = groupedBy(usePage().valuesOf(view), (observation) => observation.subject)
  const propertiesOf = (subject: string): ReturnType<Parameters<typeof treeOf>[1]> =>
    new Map((bySubject.get(subject) ?? []).map((observation) => [observation.property, observation]))
  const isLong = view.checkpoints.length > atMost
  const waited = view.awaitedMs === undefined || view.awaitedMs === 0 ? '' : `, after ${duration(view.awaitedMs)}`
  return (
    <figure class="tree">
      <figcaption>
        {vm === undefined ? null : (
          <>
            VM <VisibleText text={vm} />,{' '}
          </>
        )}
        {interfaceName(view.interface)} <OriginBadge origin={view.origin} />
        <span class="quiet">
          {settledWords[view.settled]}
          {waited}
          {view.witness ? '' : ', without a witness'}
        </span>
      </figcaption>
      {view.failure === undefined ? null : (
        <p>
          <code>{view.failure.productCode ?? view.failure.code}</code> {view.failure.sentence}
        </p>
      )}
      {view.checkpoints.length === 0 && view.settled !== 'unreadable' && view.settled !== 'not-shown' ? (
        <p class="nothing">shows none</p>
      ) : null}
      {isLong ? (
        <p class="nothing">{view.checkpoints.length} of them, too many to draw: see report.json.</p>
      ) : (
        <Branch nodes={treeOf(view, propertiesOf)} made={made} />
      )}
      <EvidenceFold digests={view.evidence} />
      {vm === undefined ? null : <ValuesFold views={[view]} />}
    </figure>
  )
}

interface BranchProps {
  readonly nodes: readonly TreeNode[]
  readonly made: ReadonlySet<string>
  /** The VM stands on the node above. */
  readonly isPosition?: boolean
}

/** Below the checkpoint on which the VM stands hangs what it is now, as the products draw it. */
function Branch({ nodes, made, isPosition = false }: BranchProps): JSX.Element | null {
  if (nodes.length === 0 && !isPosition) return null
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.subject}>
          <Node node={node} isOwn={made.has(node.subject)} />
          <Branch nodes={node.children} made={made} isPosition={node.isPosition} />
        </li>
      ))}
      {isPosition ? (
        <li>
          <span class="node now">
            Now<span class="unseen">: the VM stands here</span>
          </span>
        </li>
      ) : null}
    </ul>
  )
}

function Node({ node, isOwn }: { readonly node: TreeNode; readonly isOwn: boolean }): JSX.Element {
  const { subject, name, comment, isLoose } = node
  return (
    <div class={`node ${isOwn ? 'own' : 'found'}`} title={subject}>
      <span class="name">{name === null ? <em class="quiet">no name</em> : <VisibleText text={name} />}</span>
      <code class="quiet">{subject.slice(0, 8)}</code>
      <span class="unseen">{isOwn ? 'made by this scenario' : 'not made by this scenario'}</span>
      {isLoose ? <span class="flag">its parent is not shown</span> : null}
      {comment === null || comment === '' ? null : (
        <span class="comment">
          <VisibleText text={comment} />
        </span>
      )}
    </div>
  )
}
