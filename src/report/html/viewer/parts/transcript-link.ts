import type { PageEvidence } from '../../content.ts'

/** To the exchange in its transcript; a browser that knows no text fragments opens the transcript at its beginning. Null where it was not copied. */
export function transcriptLink(entry: Pick<PageEvidence, 'path' | 'digest'> | undefined): string | null {
  if (entry === undefined || entry.path === null) return null
  return `${encodeURI(entry.path)}#:~:text=${encodeURIComponent(entry.digest)}`
}
