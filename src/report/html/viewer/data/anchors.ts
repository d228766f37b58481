import type { ReportVerdict } from '../../../model/report.ts'

/** Ids within the page; what a link may point at is always there, never inside something that is not drawn yet. */
export const anchors = {
  finding: (number: number) => `finding-${number}`,
  answer: (number: number) => `answer-${number}`,
  cell: ({ creator, observer, property }: ReportVerdict['cell']) => `cell-${creator}-${observer}-${property}`,
  claim: (id: string) => `claim-${id}`,
  scenario: (id: string) => `scenario-${id.replaceAll(/[^\w.-]/g, '_')}`,
} as const

/** Opens and shows what the address names, now and whenever it changes. */
export function followAddress(): void {
  const go = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target instanceof HTMLDetailsElement) target.open = true
    target?.scrollIntoView()
  }
  addEventListener('hashchange', go)
  if (location.hash !== '') go()
}

/** A printed page shows the findings whole. */
export function openForPrint(): void {
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-print]')) details.open = true
  })
}
