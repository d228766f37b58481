import type { JSX } from 'preact'
import type { Origin } from '../../../../checkpoint/interface-id.ts'
import { originWords } from '../../../present/labels.ts'

export function OriginBadge({ origin }: { readonly origin: Origin }): JSX.Element {
  const { badge, meaning } = originWords[origin]
  return (
    <span class={`origin origin-${origin}`} title={meaning}>
      {badge}
    </span>
  )
}
