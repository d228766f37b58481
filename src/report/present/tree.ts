import { groupedBy } from '../model/build/order.ts'
import type { ReportObservation, ReportView } from '../model/report.ts'

/** A checkpoint as one interface drew it. */
export interface TreeNode {
  readonly subject: string
  readonly name: string | null
  readonly comment: string | null
  /** The VM stands here. */
  readonly isPosition: boolean
  /** The parent that it names is not shown by this interface, or it hangs below itself. */
  readonly isLoose: boolean
  readonly children: readonly TreeNode[]
}

export type PropertiesOf = (subject: string) => ReadonlyMap<string, ReportObservation>

/** The tree that an interface showed in one view, siblings in its own order. Nothing is lost: what hangs nowhere is a loose root. */
export function treeOf(view: ReportView, propertiesOf: PropertiesOf): readonly TreeNode[] {
  const subjects = [...new Set(view.checkpoints)]
  const parents = new Map(subjects.map((subject) => [subject, text(propertiesOf(subject).get('parent'))]))
  const byParent = groupedBy(subjects, (subject) => parents.get(subject) ?? '')
  const position = text(propertiesOf('vm').get('position'))
  const drawn = new Set<string>()
  const draw = (subject: string, isLoose: boolean): TreeNode => {
    drawn.add(subject)
    const children = (byParent.get(subject) ?? []).filter((child) => !drawn.has(child))
    return {
      subject,
      name: text(propertiesOf(subject).get('name')),
      comment: text(propertiesOf(subject).get('comment')),
      isPosition: subject === position,
      isLoose,
      children: children.map((child) => draw(child, false)),
    }
  }
  const roots = subjects.filter((subject) => !parents.has(parents.get(subject) ?? ''))
  const tree = roots.map((subject) => draw(subject, parents.get(subject) !== null))
  return [...tree, ...subjects.flatMap((subject) => (drawn.has(subject) ? [] : [draw(subject, true)]))]
}

function text(observation: ReportObservation | undefined): string | null {
  return typeof observation?.normalised === 'string' ? observation.normalised : null
}
