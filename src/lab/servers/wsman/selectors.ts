import type { WmiClass } from '../../../products/hyperv-wmi/wmi-class.ts'
import type { Selector } from '../../../protocols/wsman/codec/reference.ts'
import { refuse } from './fault.ts'
import type { HostView } from './host-view.ts'
import { matching, sameText, type StoredObject } from './repository.ts'

const namespaceSelector = '__cimnamespace'

/** The one object that the selectors name. @throws the fault of ws-man.md section 9 for each way in which they do not. */
export function selectOne(definition: WmiClass, selectors: readonly Selector[] | undefined, view: HostView): StoredObject {
  const keys = checkedKeys(definition, selectors ?? [])
  if (keys.length === 0) throw refuse('insufficientSelectors', `${definition.name} is selected by ${definition.keys.join(', ')}.`)
  const found = matching(definition, keys, view)
  if (found.length > 1) throw refuse('ambiguousSelectors', `The selectors name ${found.length} instances of ${definition.name}.`)
  if (found[0] === undefined) throw refuse('notFound', `No instance of ${definition.name} has these keys.`)
  return found[0]
}

function checkedKeys(definition: WmiClass, selectors: readonly Selector[]): readonly Selector[] {
  const names = selectors.map(({ name }) => name.toLowerCase())
  if (new Set(names).size < names.length) throw refuse('duplicateSelectors', 'A selector is given twice.')
  const keys = selectors.filter((selector) => !isAgreeingNamespace(definition, selector))
  const unknown = keys.find(({ name }) => !definition.keys.some((key) => sameText(key, name)))
  if (unknown !== undefined) throw refuse('unexpectedSelectors', `${unknown.name} is no key of ${definition.name}.`)
  return keys
}

/** Harmless where it repeats the URI's namespace; a host faults where it differs (ws-man.md section 2, recorded). */
function isAgreeingNamespace(definition: WmiClass, { name, value }: Selector): boolean {
  if (!sameText(name, namespaceSelector)) return false
  if (typeof value === 'string' && sameText(value.replaceAll('\\', '/'), definition.namespace)) return true
  throw refuse('internalError', 'The selector __cimnamespace and the resource URI name different namespaces.')
}
