import type { ComponentChildren, JSX } from 'preact'
import type { ReportVerdict } from '../../../model/report.ts'
import { interfaceName, propertyLabels } from '../../../present/labels.ts'
import { anchors, cellHref, href } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'

export function ClaimLink({ id }: { readonly id: string }): JSX.Element {
  return (
    <a href={href(anchors.claim(id))} title={usePage().claim(id)?.statement}>
      {id}
    </a>
  )
}

export function ScenarioLink({ id }: { readonly id: string }): JSX.Element {
  return <a href={href(anchors.scenario(id))}>{id}</a>
}

/** To where a scenario tells what somebody else did. */
export function DisturbanceLink({ id, children }: { readonly id: string; readonly children: ComponentChildren }): JSX.Element {
  return <a href={href(anchors.disturbance(id))}>{children}</a>
}

interface CellLinkProps {
  readonly cell: ReportVerdict['cell']
  /** Only what is of this claim, of this outcome. */
  readonly c?: string
  readonly o?: string
}

/** A cell in words: what, made through whom, seen through whom. It leads to its verdicts. */
export function CellLink({ cell, ...also }: CellLinkProps): JSX.Element {
  return (
    <a href={cellHref(cell, also)}>
      <CellWords cell={cell} />
    </a>
  )
}

export function CellWords({ cell }: Pick<CellLinkProps, 'cell'>): JSX.Element {
  return (
    <>
      {propertyLabels[cell.property].title}, {interfaceName(cell.creator)} <span aria-hidden="true">→</span>
      <span class="unseen">seen through</span> {interfaceName(cell.observer)}
    </>
  )
}
