import type { CellProperty } from '../../checkpoint/cell-property.ts'
import type { InterfaceId, Origin } from '../../checkpoint/interface-id.ts'
import type { Outcome } from '../../judgement/outcome.ts'
import type { Report } from '../model/report.ts'

/** How a report calls our interfaces; the products' words for the object itself come from the terminology table. */
export const interfaceLabels: Readonly<Record<InterfaceId | 'unknown', { readonly product: string; readonly way: string }>> = {
  'hyperv-wmi': { product: 'Hyper-V', way: 'WMI' },
  'hyperv-powershell': { product: 'Hyper-V', way: 'PowerShell' },
  'scvmm-powershell': { product: 'SCVMM', way: 'PowerShell' },
  'scvmm-spf': { product: 'SCVMM', way: 'SPF' },
  'scvmm-arc': { product: 'SCVMM', way: 'Azure Arc' },
  unknown: { product: 'Unknown', way: 'not told' },
}

export function interfaceName(id: InterfaceId | 'unknown'): string {
  const { product, way } = interfaceLabels[id]
  return id === 'unknown' ? 'an unknown maker' : `${product} (${way})`
}

/** What only a person at a window sees. */
export const windowNames = { 'hyperv-manager': 'Hyper-V Manager', 'scvmm-console': 'SCVMM console' } as const

/** What each property of a cell asks. */
export const propertyLabels: Readonly<Record<CellProperty, { readonly title: string; readonly question: string }>> = {
  visibility: { title: 'Visibility', question: 'Does it show up there at all?' },
  identity: { title: 'Identity', question: 'Is it the same object?' },
  name: { title: 'Name', question: 'Is the name the same text?' },
  comment: { title: 'Comment', question: 'What became of the comment?' },
  time: { title: 'Time', question: 'Was it made at the same moment?' },
  parent: { title: 'Parent', question: 'Does it hang from the same parent?' },
  kind: { title: 'Kind', question: 'Is it the same kind of checkpoint?' },
  position: { title: 'Position', question: 'Does the VM stand on the same one?' },
  order: { title: 'Order', question: 'Do siblings come in the same order?' },
  terminology: { title: 'Terminology', question: 'Which word does it use?' },
  disks: { title: 'Disks', question: 'Are its disks what they must be?' },
  state: { title: 'State', question: 'Is the VM in the state it must be in?' },
  limit: { title: 'Limit', question: 'Does it stop where it must?' },
  job: { title: 'Job', question: 'Is it a job that can be followed to its end?' },
  protocol: { title: 'Protocol', question: 'Does the interface speak as its documents say?' },
}

/** Symbols for plain text; pages draw their own. The word always stands beside it. */
export const outcomeSymbols: Readonly<Record<Outcome, string>> = {
  conforms: '✓',
  deviates: '≈',
  violates: '✗',
  unsupported: '∅',
  inconclusive: '?',
  error: '!',
  'not-run': '–',
}

export const originWords: Readonly<Record<Origin, { readonly badge: string; readonly meaning: string }>> = {
  product: { badge: 'product', meaning: 'A product build that was positively identified answered.' },
  simulator: { badge: 'simulator', meaning: 'The built-in simulator answered: it proves the harness, nothing about the products.' },
  unidentified: { badge: 'unidentified', meaning: 'Nobody could be identified as a product build: it proves nothing about the products.' },
}

export const conclusionWords: Readonly<Record<Report['summary']['conclusion'], string>> = {
  acceptable: 'Acceptable',
  'non-conforming': 'Non-conforming',
  'could-not-judge': 'Could not judge',
  'not-assessed': 'Not assessed',
}
