import type { CheckpointProperty } from '../../checkpoint/reading.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Story, View } from '../../judgement/observation.ts'
import { judge, type Rule } from '../../judgement/rule.ts'
import type { CellProperty, Judgement, Verdict } from '../../judgement/verdict.ts'
import { sampleRegister } from './claims.ts'
import type { SampleCheckpoint } from './readings.ts'

/** What the sample's rules compare: claim by creator and observer, the cell's property and the observed one. */
interface Compared {
  readonly claim: string
  readonly property: CellProperty
  readonly observed: CheckpointProperty
  readonly expected: (checkpoint: SampleCheckpoint) => string | null
  readonly applies: (creator: InterfaceId, observer: InterfaceId) => boolean
}

const always = (): boolean => true
const comparisons: readonly Compared[] = [
  { claim: 'C-027', property: 'identity', observed: 'id', expected: ({ id }) => id, applies: always },
  { claim: 'C-029', property: 'name', observed: 'name', expected: ({ name }) => name, applies: always },
  { claim: 'C-042', property: 'parent', observed: 'parent', expected: ({ parent }) => parent, applies: always },
  {
    claim: 'C-052',
    property: 'comment',
    observed: 'comment',
    expected: ({ description }) => description,
    applies: (creator, observer) => creator === 'scvmm-spf' && observer === 'scvmm-spf',
  },
  {
    claim: 'C-056',
    property: 'comment',
    observed: 'comment',
    expected: ({ notes }) => notes,
    applies: (creator, observer) => creator === 'hyperv-wmi' && observer === 'hyperv-wmi',
  },
]

/** Judges a sample story by simple rules of its own: the report does not care by which. */
export function sampleVerdicts(story: Story, creator: InterfaceId, made: readonly SampleCheckpoint[]): readonly Verdict[] {
  const rules: readonly Rule[] = [
    {
      claim: creator === 'hyperv-wmi' ? 'C-010' : 'C-012',
      judge: ({ views }) => views.flatMap((view) => made.map((one) => visibility(creator, view, one))),
    },
    ...comparisons.map((compared): Rule => ({
      claim: compared.claim,
      judge: ({ views }) =>
        views
          .filter((view) => compared.applies(creator, view.interface))
          .flatMap((view) => made.map((one) => comparison(compared, creator, view, one))),
    })),
    {
      claim: 'C-039',
      judge: ({ views }) =>
        views
          .filter((view) => view.interface !== creator)
          .map((view) =>
            answer(
              creator,
              view,
              made[0]!,
              'time',
              'createdTime',
              'the AddedTime that SCVMM shows equals the CreationTime on the host to the second',
            ),
          ),
    },
    {
      claim: creator === 'hyperv-wmi' ? 'C-055' : 'C-015',
      judge: ({ views }) =>
        views
          .filter((view) => view.interface !== creator)
          .map((view) =>
            answer(
              creator,
              view,
              made[0]!,
              'comment',
              'comment',
              creator === 'hyperv-wmi' ? 'Notes do not appear as Description' : 'Description does not reach Notes',
            ),
          ),
    },
    {
      claim: 'C-014',
      judge: ({ views }) =>
        views.filter((view) => view.interface === 'hyperv-wmi' && creator === 'scvmm-spf').map((view) => needsAnEye(creator, view)),
    },
  ]
  return judge(story, rules, sampleRegister)
}

function shown(view: View, checkpoint: SampleCheckpoint): View['checkpoints'][number] | undefined {
  return view.checkpoints.find((one) => one.id === checkpoint.id)
}

function visibility(creator: InterfaceId, view: View, checkpoint: SampleCheckpoint): Judgement {
  const found = shown(view, checkpoint)
  const subject = { cell: { creator, observer: view.interface, property: 'visibility' }, vm: view.vm, checkpoint: checkpoint.id } as const
  if (found !== undefined) return { ...subject, answer: 'met', expected: 'shown', actual: 'shown', rests: [found.observations.id!.id] }
  const reason = {
    code: 'awaited-in-vain',
    sentence: 'It was awaited for 35 minutes of the virtual clock, one refresher interval and a margin.',
  } as const
  const judged = view.settled === 'awaited-in-vain' ? ({ answer: 'inconclusive', reason } as const) : ({ answer: 'unmet' } as const)
  return { ...subject, ...judged, expected: 'shown', actual: 'not shown', rests: [view.id] }
}

function comparison({ property, observed, expected }: Compared, creator: InterfaceId, view: View, checkpoint: SampleCheckpoint): Judgement {
  const observation = shown(view, checkpoint)?.observations[observed]
  const subject = {
    cell: { creator, observer: view.interface, property },
    vm: view.vm,
    checkpoint: checkpoint.id,
    expected: expected(checkpoint),
  }
  if (observation === undefined) {
    return {
      ...subject,
      answer: 'not-run',
      actual: null,
      reason: { code: 'not-visible', sentence: 'It is not visible there.' },
      rests: [view.id],
    }
  }
  const answer = observation.normalised === subject.expected ? 'met' : 'unmet'
  return { ...subject, answer, actual: observation.normalised, rests: [observation.id] }
}

function answer(
  creator: InterfaceId,
  view: View,
  checkpoint: SampleCheckpoint,
  property: CellProperty,
  observed: CheckpointProperty,
  finding: string,
): Judgement {
  const observation = shown(view, checkpoint)?.observations[observed]
  return {
    cell: { creator, observer: view.interface, property },
    vm: view.vm,
    checkpoint: checkpoint.id,
    answer: 'met',
    expected: null,
    actual: observation?.normalised ?? null,
    reason: { code: 'open-question', sentence: 'The answer is recorded; it requires nothing.' },
    finding: `Here ${finding}.`,
    rests: [observation?.id ?? view.id],
  }
}

function needsAnEye(creator: InterfaceId, view: View): Judgement {
  const cell = { creator, observer: view.interface, property: 'comment' } as const
  const reason = { code: 'needs-an-eye', sentence: 'The columns of a window cannot be read through an interface.' } as const
  return { cell, vm: view.vm, checkpoint: null, answer: 'not-run', expected: 'no comment column', actual: null, reason, rests: [view.id] }
}
