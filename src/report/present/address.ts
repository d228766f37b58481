/** What the fragment of a page's address says: where to look, and what is filtered. It is the whole state of the page. */
export interface Address {
  /** Empty for the page as a whole. */
  readonly anchor: string
  readonly filter: string
}

/** `#verdict-17?o:violates+p:comment`; empty where there is nothing to say. */
export function fragmentOf({ anchor, filter }: Address): string {
  const asked = filter.trim() === '' ? '' : `?${encoded(filter.trim()).replaceAll('%20', '+')}`
  return anchor === '' && asked === '' ? '' : `#${encoded(anchor)}${asked}`
}

/** Characters that a fragment may hold as they are (RFC 3986 section 3.5) and that make it readable. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%3A', ':').replaceAll('%2F', '/')
}

/** Also of a fragment that somebody wrote by hand: what cannot be decoded is taken as it is. */
export function addressOf(fragment: string): Address {
  const [anchor = '', ...asked] = fragment.replace(/^#/, '').split('?')
  return { anchor: decoded(anchor), filter: decoded(asked.join('?').replaceAll('+', ' ')) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
