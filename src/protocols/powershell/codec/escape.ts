const escaped = /_x([0-9a-f]{4}|[0-9a-f]{8})_/gi

/**
 * Undoes `_xHHHH_`, one UTF-16 unit each, so that surrogate pairs come together again; `_x005F_` is an underscore that
 * would have looked like an escape. Strings, member names, type names and ToString are written so.
 */
export function decodeText(value: string): string {
  return value.includes('_') ? value.replace(escaped, (whole, hex: string) => character(hex) ?? whole) : value
}

function character(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16)
  return code > 0x10_ff_ff ? undefined : String.fromCodePoint(code)
}

/** What the engine escapes (its EncodeString): controls, each half of a surrogate pair, an underscore before an x. */
// oxlint-disable-next-line no-control-regex -- controls are what it is about
const toEscape = /[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF]|_(?=[xX])/g

export function encodeText(value: string): string {
  return value.replace(toEscape, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}
