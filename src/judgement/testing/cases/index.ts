import type { Case } from '../told.ts'
import { apply } from './apply.ts'
import { bothSides } from './both-sides.ts'
import { comment } from './comment.ts'
import { discovery } from './discovery.ts'
import { disks } from './disks.ts'
import { identity } from './identity.ts'
import { limits } from './limits.ts'
import { name } from './name.ts'
import { position } from './position.ts'
import { protocol } from './protocol.ts'
import { refusals } from './refusals.ts'
import { removal } from './removal.ts'
import { stability } from './stability.ts'
import { terminology } from './terminology.ts'
import { time } from './time.ts'
import { tree } from './tree.ts'
import { visibility } from './visibility.ts'
import { vmState } from './vm-state.ts'

/** For every rule the stories in which its claim is met and those in which it is not. */
export const cases: readonly Case[] = [
  ...apply,
  ...visibility,
  ...removal,
  ...identity,
  ...name,
  ...comment,
  ...tree,
  ...position,
  ...time,
  ...terminology,
  ...stability,
  ...bothSides,
  ...vmState,
  ...disks,
  ...discovery,
  ...limits,
  ...refusals,
  ...protocol,
]
