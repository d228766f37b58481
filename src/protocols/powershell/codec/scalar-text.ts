import { realText } from './real.ts'
import type { CliXmlScalar } from './value.ts'

/**
 * A value's text as the engine writes it, before the escapes of XML; undefined where it has none.
 * @param encoded puts the engine's own escapes into text.
 */
export function scalarText(
  value: Exclude<CliXmlScalar, { readonly type: 'secureString' }>,
  encoded: (text: string) => string,
): string | undefined {
  switch (value.type) {
    case 'nil':
      return undefined
    case 'string':
    case 'uri':
    case 'xml':
    case 'scriptBlock':
      return encoded(value.value)
    case 'char':
      return value.value.length === 1 ? String(value.value.charCodeAt(0)) : ''
    case 'single':
    case 'double':
      return realText(value.value, value.type)
    case 'bytes':
      return value.value.length === 0 ? undefined : Buffer.from(value.value).toString('base64')
    default:
      return String(value.value)
  }
}
