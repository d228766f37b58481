import type { Guid } from '../../../checkpoint/guid.ts'
import type { View } from '../../observation.ts'
import type { Rule } from '../../rule.ts'
import { vmStories, type VmStory } from '../../story/timeline.ts'
import type { Cell, CellProperty, Judgement } from '../../verdict.ts'
import type { Answer } from './answers.ts'

/** Where an answer belongs. */
export interface Place {
  readonly creator: Cell['creator']
  readonly view: View
  readonly property: CellProperty
  readonly checkpoint?: Guid | null
}

export function placed({ creator, view, property, checkpoint = null }: Place, answer: Answer): Judgement {
  return { cell: { creator, observer: view.interface, property }, vm: view.vm, checkpoint, ...answer }
}

/** A rule that goes through a story VM by VM. */
export function perVm(claim: string, judge: (story: VmStory) => readonly Judgement[]): Rule {
  return { claim, judge: (story) => vmStories(story).flatMap(judge) }
}

/** A rule that goes through every look at every VM. */
export function perView(claim: string, judge: (view: View, story: VmStory) => readonly Judgement[]): Rule {
  return perVm(claim, (story) => story.views.flatMap((view) => judge(view, story)))
}
