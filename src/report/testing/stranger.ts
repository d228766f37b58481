import type { Guid } from '../../checkpoint/guid.ts'
import type { Disturbance, Story } from '../../judgement/observation.ts'
import type { ReportCleanup } from '../model/report.ts'
import { sampleGuid, sampleVm } from './readings.ts'

export const disturbedScenario = 'visibility.several/hyperv-wmi'
/** What somebody else made. */
const stranger = sampleGuid('somebody else', 'hyperv-wmi', 0)

/** Before the last look a checkpoint appears that nobody of us made. */
export function strangerIn({ scenario, views }: Story): Disturbance {
  return {
    id: `${scenario}/disturbance/1`,
    kind: 'checkpoint-appeared',
    interface: 'hyperv-wmi',
    vm: sampleVm,
    from: views[0]!.stage,
    checkpoint: stranger,
    before: null,
    after: { name: 'nightly backup' },
  }
}

export function tidied(made: number): ReportCleanup {
  return { outcome: 'restored', leftovers: [], sentence: `All ${made} made here are gone again.`, compared: { before: 1, same: 1 } }
}

export function leftBehind(checkpoint: Guid): ReportCleanup {
  return {
    outcome: 'left-behind',
    leftovers: [{ checkpoint, why: `It carries ${stranger}, which is not ours.` }],
    sentence: '1 made here left, because somebody else built on it.',
    compared: { before: 2, same: 1 },
    differences: [`${stranger} was not there before, and is not ours.`],
    notUndone: ['apply the first: the state of the VM before it is gone.'],
  }
}
