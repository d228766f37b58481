import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { href } from './data/anchors.ts'
import type { Section } from './sections.tsx'

interface ContentsProps {
  readonly sections: readonly Section[]
  readonly filter: string
}

/** The way through the page, with the section that is read now. */
export function Contents({ sections, filter }: ContentsProps): JSX.Element {
  const current = useSectionInSight(sections)
  return (
    <nav aria-label="Sections" class="contents">
      <ul>
        {sections.map(({ id, title, total, left = total }) => (
          <li key={id}>
            <a href={href(id, filter)} aria-current={id === current ? 'location' : undefined}>
              {title}
              {total === undefined ? null : <span class="count">{left === total ? total : `${left} of ${total}`}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The section that crosses a line in the upper third of the window. */
function useSectionInSight(sections: readonly Section[]): string | undefined {
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const crossing = entries.find((entry) => entry.isIntersecting)
        if (crossing !== undefined) setCurrent(crossing.target.id)
      },
      { rootMargin: '-30% 0px -70% 0px' },
    )
    for (const { id } of sections) observer.observe(document.getElementById(id)!)
    return () => observer.disconnect()
  }, [sections.length])
  return current
}
