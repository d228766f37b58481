import type { PageContent } from '../../content.ts'

/** Reads the report out of the page itself; long ones are deflated. */
export async function readContent(): Promise<PageContent> {
  const element = document.getElementById('report')
  if (element === null) throw new Error('The page holds no report.')
  const text = element.textContent
  return JSON.parse(element.dataset['encoding'] === 'deflate-raw' ? await inflated(text) : text)
}

async function inflated(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}
