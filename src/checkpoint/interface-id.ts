/** One way into one product (design section 1). An observer of recordings only has no client of its own. */
export const interfaceIds = ['hyperv-wmi', 'hyperv-powershell', 'scvmm-powershell', 'scvmm-spf', 'scvmm-arc'] as const
export type InterfaceId = (typeof interfaceIds)[number]

/** How an observation came, and who answered in truth. Origin is found out, never configured. */
export const vias = ['connection', 'replay', 'file'] as const
export type Via = (typeof vias)[number]
export const origins = ['product', 'simulator', 'unidentified'] as const
export type Origin = (typeof origins)[number]

/** Whose data an interface shows: two interfaces of one product share what that product knows. */
export const productOf = {
  'hyperv-wmi': 'hyper-v',
  'hyperv-powershell': 'hyper-v',
  'scvmm-powershell': 'scvmm',
  'scvmm-spf': 'scvmm',
  'scvmm-arc': 'scvmm',
} as const satisfies Record<InterfaceId, string>
export type ProductId = (typeof productOf)[InterfaceId]
