import type { Rule } from '../rule.ts'
import { applyRules } from './apply.ts'
import { commentRules } from './comment.ts'
import { defaultNameRules } from './default-name.ts'
import { foreignCommentRules } from './foreign-comment.ts'
import { identityRules } from './identity.ts'
import { kindRules } from './kind.ts'
import { nameRules } from './name.ts'
import { orderRules } from './order.ts'
import { positionRules } from './position.ts'
import { recordingRules } from './recordings.ts'
import { removalRules } from './removal.ts'
import { sharedNameRules } from './shared-name.ts'
import { stabilityRules } from './stability.ts'
import { terminologyRules } from './terminology.ts'
import { timeRules } from './time.ts'
import { treeRules } from './tree.ts'
import { visibilityRules } from './visibility.ts'

/** Every rule there is; a claim may have several, each for another part of it. */
export const rules: readonly Rule[] = [
  ...visibilityRules,
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
]
