import { guidSequence } from '../../../foundation/seed.ts'
import type { Host } from '../../world/model.ts'
import type { World } from '../../world/world.ts'
import type { WsmanEffects } from './effects.ts'
import { enumerationContexts, type EnumerationContexts } from './contexts.ts'
import { hostView, type HostView } from './host-view.ts'
import { wsmanDefaults, type WsmanSwitches } from './switches.ts'

/** What one WS-Management service of one host keeps from request to request. */
export interface WsmanSession {
  readonly view: HostView
  readonly switches: Required<WsmanSwitches>
  readonly contexts: EnumerationContexts
  /** A new `uuid:…`. */
  readonly nextUuid: () => string
}

export function wsmanSession(world: World, host: Host, own: WsmanSwitches, effects: WsmanEffects): WsmanSession {
  const switches = { ...wsmanDefaults, ...own }
  const next = guidSequence(world.seed, 'wsman', host.name)
  const nextUuid = (): string => `uuid:${next()}`
  return { view: hostView(world, host, effects), switches, nextUuid, contexts: enumerationContexts(world.clock, nextUuid, switches) }
}
