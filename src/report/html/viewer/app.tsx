import type { JSX } from 'preact'
import { PageContext, type Page } from './data/page.ts'
import { sectionsOf } from './sections.tsx'
import { Masthead } from './sections/masthead.tsx'

/** The whole page: the verdict first, then what it rests on. */
export function App({ page }: { readonly page: Page }): JSX.Element {
  const sections = sectionsOf(page)
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#matrix">
        Skip to the matrix
      </a>
      <Masthead />
      <div class="frame">
        <nav aria-label="Sections" class="contents">
          <ul>
            {sections.map(({ id, title, count }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  {title}
                  {count === undefined ? null : <span class="count">{count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
    </PageContext.Provider>
  )
}
