import type { Mark } from '../mark.ts'

/** Where a state leaves a job: it goes on, it has done its work, or it has failed. */
export type JobPhase = 'going on' | 'succeeded' | 'failed'

export interface JobState {
  readonly name: string
  readonly phase: JobPhase
  readonly mark: Mark
  readonly source: string
}

const documented = (name: string, phase: JobPhase): JobState => ({
  name,
  phase,
  mark: 'documented',
  source: 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-concretejob.md; phases as libvirt and os-win take them',
})

/** Msvm_ConcreteJob.JobState. Success also asks for ErrorCode 0 (os-win jobutils.py, hyperv-wmi-v2.md section 5). */
export const jobStates: Readonly<Record<number, JobState>> = {
  2: documented('New', 'going on'),
  3: documented('Starting', 'going on'),
  4: documented('Running', 'going on'),
  5: documented('Suspended', 'going on'),
  6: documented('Shutting Down', 'going on'),
  7: documented('Completed', 'succeeded'),
  8: documented('Terminated', 'failed'),
  9: documented('Killed', 'failed'),
  10: documented('Exception', 'failed'),
  11: documented('Service', 'failed'),
  32768: {
    name: 'Completed with warnings',
    phase: 'succeeded',
    mark: 'inferred',
    source: 'os-win jobutils.py, bareos hyper-v.cc: used by clients, not documented',
  },
}

/** Msvm_AffectedJobElement.ElementEffects: the job made this object (recorded 5, documented name Create). */
export const createEffect = 5
