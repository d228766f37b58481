import type { Rule } from '../rule.ts'
import { commentRules } from './comment.ts'
import { identityRules } from './identity.ts'
import { kindRules } from './kind.ts'
import { nameRules } from './name.ts'
import { orderRules } from './order.ts'
import { positionRules } from './position.ts'
import { recordingRules } from './recordings.ts'
import { removalRules } from './removal.ts'
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
  ...commentRules,
  ...timeRules,
  ...treeRules,
  ...positionRules,
  ...kindRules,
  ...orderRules,
  ...terminologyRules,
  ...stabilityRules,
  ...recordingRules,
]
