import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { Contents } from './contents.tsx'
import { goTo, useAddress } from './data/address.ts'
import { PageContext, usePage, type Page } from './data/page.ts'
import { SelectionContext, selectionOf } from './data/selection.ts'
import { sectionsOf } from './sections.tsx'
import { Masthead } from './sections/masthead.tsx'
import { Toolbar } from './toolbar.tsx'

/** The whole page: the verdict first, then what it rests on. */
export function App({ page }: { readonly page: Page }): JSX.Element {
  const { filter } = useAddress()
  const selection = useMemo(() => selectionOf(page, filter), [filter])
  const sections = sectionsOf(page, selection)
  return (
    <PageContext.Provider value={page}>
      <SelectionContext.Provider value={selection}>
        <a class="skip" href="#matrix" onClick={skip}>
          Skip to the matrix
        </a>
        <Masthead />
        <Toolbar />
        <div class="frame">
          <Contents sections={sections} filter={filter} />
          <main>
            {sections.map(({ id, title, lead, Body }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`}>{title}</h2>
                {lead === undefined ? null : <p class="lead">{lead}</p>}
                <Body />
              </section>
            ))}
          </main>
        </div>
        <Footer />
      </SelectionContext.Provider>
    </PageContext.Provider>
  )
}

/** Checkers and readers know a skip link by its plain fragment; it still leaves the filter alone. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  goTo('matrix')
}

function Footer(): JSX.Element {
  const { harness, format, origin } = usePage().report
  return (
    <footer class="imprint">
      <p>
        {harness.name} {harness.version}, {format}, origin {origin}. This page asks no network for anything. Hyper-V, System Center and
        Azure are trademarks of Microsoft, who neither made nor endorses it.
      </p>
    </footer>
  )
}
