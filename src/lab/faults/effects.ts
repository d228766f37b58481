import type { SpfEffects } from '../servers/spf/effects.ts'
import type { WsmanEffects } from '../servers/wsman/effects.ts'
import type { VmmEffects } from '../vmm/effects.ts'
import type { Effect, HostEffects } from '../world/effects.ts'

/** Every place at which a fault can take hold. */
export type AllEffects = HostEffects & WsmanEffects & VmmEffects & SpfEffects

/** What one fault does; left out is what it leaves alone. */
export type Effects = Partial<AllEffects>

/** All effects of several faults, one after the other; without any, everything is shown as it is. */
export function combined(all: readonly Effects[]): AllEffects {
  return {
    hostCheckpoints: chain(all.map((each) => each.hostCheckpoints)),
    hostShows: chain(all.map((each) => each.hostShows)),
    hostVm: chain(all.map((each) => each.hostVm)),
    settingsRow: chain(all.map((each) => each.settingsRow)),
    hostKeeps: chain(all.map((each) => each.hostKeeps)),
    hostRemoves: chain(all.map((each) => each.hostRemoves)),
    hostRefuses: chain(all.map((each) => each.hostRefuses)),
    hostApplied: chain(all.map((each) => each.hostApplied)),
    vmmKeeps: chain(all.map((each) => each.vmmKeeps)),
    vmmForgets: chain(all.map((each) => each.vmmForgets)),
    vmmCheckpoints: chain(all.map((each) => each.vmmCheckpoints)),
    vmmRefuses: chain(all.map((each) => each.vmmRefuses)),
    vmmLeaves: chain(all.map((each) => each.vmmLeaves)),
    vmmVm: chain(all.map((each) => each.vmmVm)),
    spfCheckpoint: chain(all.map((each) => each.spfCheckpoint)),
  }
}

function chain<Shown, Context extends readonly unknown[]>(
  effects: readonly (Effect<Shown, Context> | undefined)[],
): Effect<Shown, Context> {
  const armed = effects.filter((effect) => effect !== undefined)
  return (shown, ...context) => armed.reduce((value, effect) => effect(value, ...context), shown)
}
