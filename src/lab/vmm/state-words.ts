import type { VmmVm } from './model.ts'

/** VirtualMachineState and StatusString. PowerOff, Running, Saved, Stopped are observed (inventories of 2014 and 2017, badstreff/terraform-provider-vmm), Paused and Stored are inferred. */
export const stateWords: Readonly<Record<VmmVm['state'], { readonly state: string; readonly text: string }>> = {
  running: { state: 'Running', text: 'Running' },
  off: { state: 'PowerOff', text: 'Stopped' },
  saved: { state: 'Saved', text: 'Saved' },
  paused: { state: 'Paused', text: 'Paused' },
  stored: { state: 'Stored', text: 'Stored' },
}
