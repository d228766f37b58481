/** What a WMI resource URI names: a class of a namespace, or with `*` the whole namespace (needed for WQL). */
export interface ClassAddress {
  /** With slashes, e.g. `root/virtualization/v2`. */
  readonly namespace: string
  readonly className: string
}

const prefix = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/'

export function classUri(namespace: string, className: string): string {
  return `${prefix}${namespace}/${className}`
}

/** Undefined for anything but a WMI resource. URIs compare without regard to case (ws-man.md section 2, documented). */
export function readClassUri(uri: string): ClassAddress | undefined {
  if (!uri.toLowerCase().startsWith(prefix)) return undefined
  const rest = uri.slice(prefix.length)
  const cut = rest.lastIndexOf('/')
  return cut < 1 || cut === rest.length - 1 ? undefined : { namespace: rest.slice(0, cut), className: rest.slice(cut + 1) }
}
