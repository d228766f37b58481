import type { ErrorCodeEntry } from './entry.ts'

/** What was typed, and faults of our own. */
export const usageErrors = {
  SNAPCHECK_USAGE: {
    exit: 2,
    meaning: 'The command line could not be understood.',
    remedy: 'Run the command with --help; the message names the nearest option.',
  },
  SNAPCHECK_EMPTY_SELECTION: {
    exit: 2,
    meaning: 'The filters leave no scenario to run.',
    remedy: 'Run `snapcheck list` to see what there is.',
  },
  SNAPCHECK_OPTION_VALUE: {
    exit: 2,
    meaning: 'An option was given a value that it does not take.',
    remedy: 'The message names the values that it takes.',
  },
  SNAPCHECK_TOPIC_UNKNOWN: {
    exit: 2,
    meaning: 'There is nothing of this name to explain.',
    remedy: 'Run `snapcheck explain` for the kinds of names; the message names the nearest.',
  },
  SNAPCHECK_LAB_FAULT_UNKNOWN: {
    exit: 2,
    meaning: 'The lab has no fault of this name.',
    remedy: 'The message names the nearest and lists all of them.',
  },
  SNAPCHECK_WOULD_OVERWRITE: {
    exit: 2,
    meaning: 'A file would be overwritten that is already there.',
    remedy: 'Name another file, or say --force.',
  },
  SNAPCHECK_HARNESS_FAULT: {
    exit: 3,
    meaning: 'A defect of snapcheck itself or of a suite: an unexpected exception while a story was told or judged.',
    remedy: 'Report it with the message and the seed; nothing about the products follows from it.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
