import type { Rule } from '../rule.ts'
import { applyRules } from './apply.ts'
import { bothSidesRules } from './both-sides.ts'
import { commentRules } from './comment.ts'
import { contentRules } from './contents.ts'
import { defaultNameRules } from './default-name.ts'
import { discoveryRules } from './discovery.ts'
import { diskRules } from './disks.ts'
import { foreignCommentRules } from './foreign-comment.ts'
import { identityRules } from './identity.ts'
import { jobRules } from './jobs.ts'
import { kindRules } from './kind.ts'
import { limitRules } from './limits.ts'
import { mergingRules } from './merging.ts'
import { nameLimitRules } from './name-limits.ts'
import { nameRules } from './name.ts'
import { orderRules } from './order.ts'
import { positionRules } from './position.ts'
import { protocolRules } from './protocol.ts'
import { recordingRules } from './recordings.ts'
import { recoveryRules } from './recovery.ts'
import { refusalRules } from './refusals.ts'
import { removalRules } from './removal.ts'
import { sharedNameRules } from './shared-name.ts'
import { stabilityRules } from './stability.ts'
import { terminologyRules } from './terminology.ts'
import { timeRules } from './time.ts'
import { treeRules } from './tree.ts'
import { severalRules } from './several.ts'
import { visibilityRules } from './visibility.ts'
import { vmStateRules } from './vm-state.ts'

/** Every rule there is; a claim may have several, each for another part of it. */
export const rules: readonly Rule[] = [
  ...visibilityRules,
  ...severalRules,
  ...removalRules,
  ...identityRules,
  ...nameRules,
  ...defaultNameRules,
  ...sharedNameRules,
  ...commentRules,
  ...foreignCommentRules,
  ...timeRules,
  ...treeRules,
  ...positionRules,
  ...applyRules,
  ...kindRules,
  ...orderRules,
  ...terminologyRules,
  ...stabilityRules,
  ...recordingRules,
  ...bothSidesRules,
  ...discoveryRules,
  ...vmStateRules,
  ...diskRules,
  ...mergingRules,
  ...contentRules,
  ...limitRules,
  ...nameLimitRules,
  ...refusalRules,
  ...recoveryRules,
  ...jobRules,
  ...protocolRules,
]
