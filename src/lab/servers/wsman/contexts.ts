import type { Item } from '../../../protocols/wsman/codec/enumeration.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import { refuse } from './fault.ts'
import type { WsmanSwitches } from './switches.ts'

/** Enumerations that are under way, by their newest context. */
export interface EnumerationContexts {
  /** @throws the quota fault where too many are open. */
  open(items: readonly Item[]): string
  /** Takes what is left of an enumeration; its context ends with that. @throws InvalidEnumerationContext */
  take(context: string): readonly Item[]
}

/** A Pull carries any resource URI: only its context says what it belongs to (ws-man.md section 2). */
export function enumerationContexts(clock: WorldClock, nextUuid: () => string, switches: Required<WsmanSwitches>): EnumerationContexts {
  const open = new Map<string, { readonly items: readonly Item[]; readonly cancelExpiry: () => void }>()
  return {
    open(items) {
      if (open.size >= switches.concurrentOperations) {
        throw refuse(
          { kind: 'operationsQuota', form: 'MSFT_WmiError' },
          `The user has ${open.size} operations open, which is the most that are allowed.`,
        )
      }
      const context = nextUuid()
      const expire = (): void => void open.delete(context)
      open.set(context, { items, cancelExpiry: clock.schedule(clock.now() + switches.enumerationTimeoutMs, expire) })
      return context
    },
    take(context) {
      const found = open.get(context)
      if (found === undefined) throw refuse('invalidEnumerationContext', 'The enumeration context is not known here; it may have expired.')
      open.delete(context)
      found.cancelExpiry()
      return found.items
    },
  }
}
