import type { JSX } from 'preact'
import type { ReportVerdict } from '../../../model/report.ts'
import { interfaceName, propertyLabels } from '../../../present/labels.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'

export function ClaimLink({ id }: { readonly id: string }): JSX.Element {
  const claim = usePage().claim(id)
  return (
    <a href={`#${anchors.claim(id)}`} title={claim?.statement}>
      {id}
    </a>
  )
}

export function ScenarioLink({ id }: { readonly id: string }): JSX.Element {
  return (
    <a href={`#${anchors.scenario(id)}`} title={usePage().scenario(id)?.title}>
      {id}
    </a>
  )
}

/** A cell in words: what, made through whom, seen through whom. */
export function CellLink({ cell }: { readonly cell: ReportVerdict['cell'] }): JSX.Element {
  return (
    <a href={`#${anchors.cell(cell)}`}>
      {propertyLabels[cell.property].title}, {interfaceName(cell.creator)} <span aria-label="seen through">→</span>{' '}
      {interfaceName(cell.observer)}
    </a>
  )
}
