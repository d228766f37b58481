import type { ErrorCodeEntry } from './entry.ts'

/** Reports, with what lies beside them and what excuses outcomes in them. */
export const reportsErrors = {
  SNAPCHECK_REPORT_INCONSISTENT: {
    exit: 3,
    meaning: 'A report was to be built from material that refers to something it does not hold.',
    remedy: 'A defect of snapcheck itself: report it with the message and the command.',
  },
  SNAPCHECK_REPORT_MALFORMED: {
    exit: 2,
    meaning: 'A file given as a report is not a snapcheck.report/1 document.',
    remedy: 'Name a report.json that snapcheck wrote; the message says what differs first.',
  },
  SNAPCHECK_WAIVERS_INVALID: {
    exit: 2,
    meaning: 'A file of waivers cannot be used; nothing was run.',
    remedy: 'The message names the place; the keys stand in docs/schema/snapcheck.waivers-1.schema.json.',
  },
  SNAPCHECK_WAIVER_EXPIRED: {
    exit: 2,
    meaning: 'A waiver no longer counts; nothing was run.',
    remedy: 'Look whether what it excuses still shows; then remove the waiver, or renew it with a reason.',
  },
  SNAPCHECK_EVIDENCE_MISSING: {
    exit: 2,
    meaning: 'A report names evidence that is not at hand, so it cannot be written beside it.',
    remedy: 'Keep the folder evidence beside report.json.',
  },
  SNAPCHECK_EVIDENCE_ALTERED: {
    exit: 2,
    meaning: 'An exchange beside a report has another digest than the one by which the report names it.',
    remedy: 'Take report.json and its folder evidence from where the run wrote them; an edited transcript is no evidence.',
  },
  SNAPCHECK_OUTPUT_UNWRITABLE: {
    exit: 2,
    meaning: 'A report could not be written.',
    remedy: 'Check that the folder given with --output exists or can be made, and the free space.',
  },
  SNAPCHECK_VIEWER_MISSING: {
    exit: 3,
    meaning: 'The page into which report.html is written has not been built.',
    remedy: 'Run `npm run build:viewer` in the clone; a published package carries it.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
