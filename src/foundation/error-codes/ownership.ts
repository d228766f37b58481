import type { ErrorCodeEntry } from './entry.ts'

/** What keeps live servers from harm: permissions, locks, the journal. */
export const ownershipErrors = {
  SNAPCHECK_NOT_ALLOWED: {
    exit: 2,
    meaning: 'A change was about to be made that --allow does not open; nothing was sent.',
    remedy: 'Open it with --allow refreshes, writes or disrupts if you mean it; --dry-run lists what would change.',
  },
  SNAPCHECK_NOT_DISPOSABLE: {
    exit: 2,
    meaning: 'A change was about to be made on a VM that the configuration does not list as disposable; nothing was sent.',
    remedy: 'List the VM by its Hyper-V GUID with `disposable: true` if its checkpoints may be changed.',
  },
  SNAPCHECK_CEILING: {
    exit: 2,
    meaning: 'More checkpoints would be created than the ceiling of the run lets through; nothing was sent.',
    remedy: 'Select fewer scenarios, or raise --ceiling; --dry-run says how many would be created.',
  },
  SNAPCHECK_VM_IN_USE: {
    exit: 3,
    meaning: 'Another run works on this VM.',
    remedy:
      'The message names its process, machine and start. Wait for it; the lock of an ended process of this machine is taken over by itself.',
  },
  SNAPCHECK_VM_BUSY: {
    exit: 3,
    meaning: 'A job of the VM had not ended when the limit for waiting was reached.',
    remedy: 'Look at the jobs of the VM in the product and sweep when they have ended.',
  },
  SNAPCHECK_FOREIGN_CHECKPOINT: {
    exit: 3,
    meaning: 'An operation would have taken a checkpoint along that this run did not make.',
    remedy: 'Nothing was sent. Let nobody else work on a disposable VM while snapcheck does.',
  },
  SNAPCHECK_JOURNAL_MALFORMED: {
    exit: 2,
    meaning: 'A journal or a lock of a run has another shape than snapcheck writes.',
    remedy: 'The message names the file and the line; look at the VM that it names before you remove it.',
  },
  SNAPCHECK_JOURNAL_VERSION: {
    exit: 2,
    meaning: 'A journal was written by a newer snapcheck.',
    remedy: 'Sweep with the version that wrote it, or with a newer one.',
  },
  SNAPCHECK_JOURNAL_UNWRITABLE: {
    exit: 3,
    meaning: 'What a run makes could not be written down.',
    remedy: 'Nothing is created without a journal. Check the folder given with --journal and the free space.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
