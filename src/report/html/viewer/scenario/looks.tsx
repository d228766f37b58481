import type { JSX } from 'preact'
import type { ReportView } from '../../../model/report.ts'
import type { PageStep } from '../../content.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Gradual } from '../parts/gradual.tsx'
import { plural } from '../parts/numbers.ts'
import { Tree } from './tree.tsx'
import { ValuesFold } from './values.tsx'

type Look = ReportView & PageStep

interface LooksProps {
  /** All of one stage. */
  readonly views: readonly Look[]
  /** Checkpoints that this scenario made. */
  readonly made: ReadonlySet<string>
}

/** An inspected inventory shows hundreds of VMs at one stage. */
const treesAtOnce = 8

/** What was seen at one stage: the trees of all interfaces side by side, or those of an inventory VM by VM. */
export function Looks({ views, made }: LooksProps): JSX.Element {
  const isInventory = new Set(views.map(({ vm }) => vm)).size > 1
  if (isInventory) return <Inventory views={views} made={made} />
  return (
    <>
      <div class="trees">
        {views.map((view) => (
          <Tree key={view.id} view={view} made={made} />
        ))}
      </div>
      <ValuesFold views={views} />
    </>
  )
}

/** VMs that have checkpoints, or of which something went wrong, before the others, which are folded. */
function Inventory({ views, made }: LooksProps): JSX.Element {
  const isEmpty = ({ checkpoints, failure }: Look): boolean => checkpoints.length === 0 && failure === undefined
  const empty = views.filter(isEmpty)
  return (
    <>
      <VmTrees views={views.filter((view) => !isEmpty(view))} made={made} />
      {empty.length === 0 ? null : (
        <Disclosure summary={`${plural(empty.length, 'VM that shows', 'VMs that show')} none`}>
          {() => <VmTrees views={empty} made={made} />}
        </Disclosure>
      )}
    </>
  )
}

function VmTrees({ views, made }: LooksProps): JSX.Element {
  const { valuesOf } = usePage()
  const nameOf = (view: Look): string =>
    String(valuesOf(view).find(({ subject, property }) => subject === 'vm' && property === 'vmName')?.raw ?? view.vm)
  return (
    <div class="trees">
      <Gradual items={views} step={treesAtOnce} what="VMs of this stage">
        {(view) => <Tree key={view.id} view={view} made={made} vm={nameOf(view)} />}
      </Gradual>
    </div>
  )
}
