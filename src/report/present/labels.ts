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

export interface PropertyLabel {
  readonly title: string
  readonly question: string
  /** What a difference means to whoever relies on it. */
  readonly consequence: string
}

/** What each property of a cell asks. */
export const propertyLabels: Readonly<Record<CellProperty, PropertyLabel>> = {
  visibility: {
    title: 'Visibility',
    question: 'Does it show up there at all?',
    consequence: 'Who looks there does not see what exists, or sees what is gone.',
  },
  identity: {
    title: 'Identity',
    question: 'Is it the same object?',
    consequence: 'A script that follows it by its id from one product to the other loses it, or takes another for it.',
  },
  name: {
    title: 'Name',
    question: 'Is the name the same text?',
    consequence: 'Who looks for it there by its name may not find it, or may take another for it.',
  },
  comment: {
    title: 'Comment',
    question: 'What became of the comment?',
    consequence: 'What was written down with it does not reach its reader as it was written.',
  },
  time: {
    title: 'Time',
    question: 'Was it made at the same moment?',
    consequence: 'Who sorts or cleans up by age there may take the wrong one.',
  },
  parent: {
    title: 'Parent',
    question: 'Does it hang from the same parent?',
    consequence: 'The tree that is shown there is not the tree that is: what is applied or removed by it may be the wrong branch.',
  },
  kind: {
    title: 'Kind',
    question: 'Is it the same kind of checkpoint?',
    consequence: 'It is taken there for another kind than it is: it may hold less, or more, than its user counts on.',
  },
  position: {
    title: 'Position',
    question: 'Does the VM stand on the same one?',
    consequence: 'Who goes by where the VM stands there may apply or remove the wrong one.',
  },
  order: {
    title: 'Order',
    question: 'Do siblings come in the same order?',
    consequence: 'Who takes the first or the last of the list may take the wrong one.',
  },
  terminology: {
    title: 'Terminology',
    question: 'Which word does it use?',
    consequence: 'Who searches by that word finds something else, or nothing.',
  },
  disks: {
    title: 'Disks',
    question: 'Are its disks what they must be?',
    consequence: 'What its disks hold or leave behind is not what its user counts on.',
  },
  state: {
    title: 'State',
    question: 'Is the VM in the state it must be in?',
    consequence: 'The VM is not in the state that its user counts on.',
  },
  limit: {
    title: 'Limit',
    question: 'Does it stop where it must?',
    consequence: 'Who plans by this limit meets another one.',
  },
  job: {
    title: 'Job',
    question: 'Is it a job that can be followed to its end?',
    consequence: 'Who waits for the job cannot go by what it says.',
  },
  protocol: {
    title: 'Protocol',
    question: 'Does the interface speak as its documents say?',
    consequence: 'A client written by the documents may fail here.',
  },
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
