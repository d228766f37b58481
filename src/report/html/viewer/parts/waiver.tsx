import type { JSX } from 'preact'
import { href } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'

/** That a verdict does not count for the conclusion, and by whose word; nothing where it does count. */
export function WaiverNote({ id }: { readonly id: string | undefined }): JSX.Element | null {
  const waiver = usePage().report.waivers.find((one) => one.id === id)
  if (waiver === undefined) return null
  return (
    <a class="level" href={href('waivers')}>
      <strong>waived</strong> until {waiver.until} by {waiver.by}
    </a>
  )
}
