import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, isHyperV, isScvmm, type Made } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import { visibilityCrossing } from './builders/crossing.ts'

const isSpf = (id: string): boolean => id === 'scvmm-spf'
const asksForNothing = ({ intended }: Act): boolean => intended.name === undefined && intended.comment === undefined

export const visibilityRules: readonly Rule[] = [
  visibilityCrossing({ claim: 'C-010', from: isHyperV, to: isScvmm }),
  visibilityCrossing({ claim: 'C-012', from: isScvmm, to: isHyperV }),
  visibilityCrossing({ claim: 'C-017', from: isHyperV, to: isHyperV, refused: 'unmet', finding: ({ story }) => scvmmPart(story) }),
  visibilityCrossing({ claim: 'C-096', from: isSpf, to: isAny, refused: 'unmet' }),
  visibilityCrossing({
    claim: 'C-104',
    from: isHyperV,
    to: isSpf,
    finding: ({ story, made, view }) => (view.settled === 'awaited' ? appearedByItself(story, made, view) : undefined),
  }),
  visibilityCrossing({
    claim: 'C-007',
    from: (id) => id === 'hyperv-wmi',
    to: (id) => id === 'hyperv-wmi',
    wants: asksForNothing,
    refused: 'unmet',
  }),
]

/** C-104: a glance before the wait tells whether SPF was behind the host at first. */
function appearedByItself({ glances }: VmStory, { checkpoint, act }: Made, view: View): string {
  const first = glances.find((glance) => glance.interface === view.interface && glance.stage > act.stage && glance.stage < view.stage)
  const before =
    first === undefined
      ? 'whether it was absent at first is not in this story'
      : `a look at once ${checkpointsById(first).has(checkpoint) ? 'had shown it already' : 'had not shown it'}`
  return `It appeared by waiting alone, without a refresh through SPF; ${before}.`
}

/** C-017 speaks of a host without SCVMM: whether one was there is part of the answer. */
function scvmmPart({ acts, views }: VmStory): string {
  const takesPart = [...acts, ...views].some((step) => isScvmm(step.interface))
  return takesPart ? 'SCVMM took part in the same story.' : 'No interface of SCVMM took part in the story.'
}
