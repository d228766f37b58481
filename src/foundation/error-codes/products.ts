import type { ErrorCodeEntry } from './entry.ts'

/** What a product answers, and what keeps it from answering. */
export const productsErrors = {
  SNAPCHECK_CANNOT_CARRY: {
    exit: 3,
    meaning: 'A value that the interface cannot carry at all, such as a control character in XML 1.0 or a secure string in CLIXML.',
    remedy: 'The value is refused before it is sent and the cell is unsupported; use another value.',
  },
  SNAPCHECK_UNSUPPORTED: {
    exit: 3,
    meaning: 'The interface does not offer this operation at all; nothing was sent.',
    remedy: 'Use an interface that offers it; the message names the source that says so.',
  },
  SNAPCHECK_PRODUCT_REFUSED: {
    exit: 3,
    meaning: 'The product refused an operation or its job failed; the product’s own code is in the message.',
    remedy: 'Look the product’s code up; the evidence holds the exchange.',
  },
  SNAPCHECK_NOT_SHOWN: {
    exit: 3,
    meaning: 'The interface does not show the VM or the checkpoint that an operation is about.',
    remedy: 'Check the GUID and the rights of the account; SCVMM shows what it has refreshed only.',
  },
  SNAPCHECK_JOB_TIMEOUT: {
    exit: 3,
    meaning: 'A job of the product had not ended, or its result did not show, when the limit for waiting was reached.',
    remedy: 'Look at the job in the product; raise the limit where the product is only slow.',
  },
  SNAPCHECK_UNREACHABLE: {
    exit: 3,
    meaning: 'An endpoint did not answer: refused, reset, not resolvable or timed out.',
    remedy: 'Check that the service runs and that the address and port are right.',
  },
  SNAPCHECK_ACCESS_DENIED: {
    exit: 3,
    meaning: 'An endpoint refused the credentials or the account lacks a right.',
    remedy: 'The message names the endpoint; ask its administrator for the right named there.',
  },
  SNAPCHECK_CREDENTIALS_IN_CLEAR: {
    exit: 2,
    meaning: 'A password would travel to another machine over unencrypted HTTP.',
    remedy: 'Use the https address of the endpoint; plain http takes credentials to this machine only.',
  },
  SNAPCHECK_PROTOCOL: {
    exit: 3,
    meaning: 'An endpoint answered with something that its protocol does not allow.',
    remedy: 'The evidence holds the answer; check that the address is that of the service meant.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
