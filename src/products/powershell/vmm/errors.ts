/**
 * An error of VMM is a number: its FullyQualifiedErrorId is `<number>,<class of the cmdlet>`, with the category ReadError
 * (observed on New-SCVirtualNetworkAdapter and Add-SCNetworkConnection; that others have it too is inferred).
 */
export const vmmErrorCategory = 'ReadError'

/** Classes do not follow from the cmdlet's name (NewNICCmdlet, observed); those of the checkpoint cmdlets are assumed. */
export function vmmCommandClass(cmdlet: string): string {
  return `Microsoft.SystemCenter.VirtualMachineManager.Cmdlets.${cmdlet.replace(/-(?:SC)?/, '')}Cmdlet`
}
