import type { ErrorCodeEntry } from './entry.ts'

/** Suites and scenarios, the shipped ones and those of users. */
export const suitesErrors = {
  SNAPCHECK_SUITE_OUTSIDE_RUN: {
    exit: 2,
    meaning: 'A suite file was executed by something other than snapcheck, so its scenarios have nowhere to go.',
    remedy: 'Run it with `snapcheck run`.',
  },
  SNAPCHECK_SUITE_MISSING: {
    exit: 2,
    meaning: 'A path or glob that names suite files of your own matches none that could be one.',
    remedy:
      'Suite files end with .ts, .mts, .js or .mjs. A flag and a variable are relative to the current folder, a configuration to its own; quote a glob, so that the shell leaves it alone.',
  },
  SNAPCHECK_SUITE_UNLOADABLE: {
    exit: 2,
    meaning: 'A suite file of your own could not be loaded: it threw, it imports something that is not there, or Node cannot run it.',
    remedy: 'The message gives Node’s own words and the place. Only TypeScript whose types can be stripped runs: no enum, no namespace.',
  },
  SNAPCHECK_SUITE_EMPTY: {
    exit: 2,
    meaning: 'A suite file of your own was loaded and declared no scenario by itself.',
    remedy: 'Call scenario() in it, at the latest before it has been loaded; keep helper modules out of the glob.',
  },
  SNAPCHECK_SCENARIO_INVALID: {
    exit: 2,
    meaning: 'What stands above a scenario cannot be used: something is missing, misspelt or not of its form.',
    remedy: 'The message names the file, the line and the field; docs/own-suites.md tells what each field means.',
  },
  SNAPCHECK_SCENARIO_TWICE: {
    exit: 2,
    meaning: 'Two scenarios have one id, so that results could not be told apart.',
    remedy: 'Give yours another id; beginning them all with a word of your own keeps them apart from the shipped ones.',
  },
  SNAPCHECK_SCENARIO_FAILED: {
    exit: 3,
    meaning: 'The body of a scenario threw an error of its own; what it had made was cleaned up and what it had seen was judged.',
    remedy: 'Correct the suite at the place that is named; nothing about the products follows from it.',
  },
  SNAPCHECK_SCENARIO_TIMEOUT: {
    exit: 3,
    meaning: 'A scenario took longer than its limit; it was ended and what it had made was cleaned up.',
    remedy: 'See which step it waited in; raise the limit of the configuration where the products are only slow.',
  },
  SNAPCHECK_STEP_NOT_AWAITED: {
    exit: 3,
    meaning: 'A scenario began a step while an earlier one went on; the story was ended there, and what it had made was cleaned up.',
    remedy: 'Put an await before each step; the message names both.',
  },
  SNAPCHECK_SAFETY_UNDECLARED: {
    exit: 3,
    meaning: 'A scenario was about to change something and declares that it only reads; nothing was sent.',
    remedy: 'Declare what it does, such as safety: writes, so that a run on live endpoints asks for it and writes down what is made.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
