import type { ErrorCode } from '../../../foundation/error-codes.ts'
import type { SnapcheckError } from '../../../foundation/errors.ts'
import { missing, type CheckStep, type Finding } from './finding.ts'

interface Obstacle {
  readonly step: CheckStep
  readonly who: string
  readonly exit: 2 | 3
}

const you = 'you, in the configuration'
const whoRuns = 'who runs the endpoint'

/** Codes that Node gives for a TLS connection that was not trusted or not TLS at all. */
const tls = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL|EPROTO/

/** Which step an error stops at, and who can do something about it. */
const obstacles: Readonly<Partial<Record<ErrorCode, Obstacle>>> = {
  SNAPCHECK_CREDENTIALS_UNAVAILABLE: { step: 'credentials', who: you, exit: 2 },
  SNAPCHECK_FILE_UNREADABLE: { step: 'certificate authority', who: you, exit: 2 },
  SNAPCHECK_FILE_MALFORMED: { step: 'certificate authority', who: you, exit: 2 },
  SNAPCHECK_OPTION_VALUE: { step: 'address', who: you, exit: 2 },
  SNAPCHECK_CREDENTIALS_IN_CLEAR: { step: 'address', who: you, exit: 2 },
  SNAPCHECK_UNREACHABLE: { step: 'reachable', who: `${whoRuns}, and who runs the network in between`, exit: 3 },
  SNAPCHECK_ACCESS_DENIED: {
    step: 'authenticated',
    who: `${whoRuns}: the account, its password and the ways in that the endpoint offers`,
    exit: 3,
  },
  SNAPCHECK_PROTOCOL: { step: 'identified', who: you, exit: 3 },
}
const untrusted: Obstacle = {
  step: 'tls',
  who: 'who runs the CA (its certificate, for `ca`) or the endpoint (its own certificate)',
  exit: 3,
}
const other: Obstacle = { step: 'identified', who: whoRuns, exit: 3 }

export function obstacleOf(error: SnapcheckError): Finding {
  const { step, who, exit } =
    error.code === 'SNAPCHECK_UNREACHABLE' && tls.test(error.observed ?? '') ? untrusted : (obstacles[error.code] ?? other)
  return missing(step, exit, who, error)
}
