/**
 * The name that VMM gives: `VM - (MM/dd/yyyy HH:mm:ss)` by the clock on the wall of the VMM server. Ten recorded names
 * have this form; that VMM is who makes them is inferred (C-031).
 */
export function vmmDefaultName(vmName: string, atMs: number, utcOffsetMinutes: number): string {
  const [date, time] = new Date(atMs + utcOffsetMinutes * 60_000).toISOString().split('T')
  const [year, month, day] = date!.split('-')
  return `${vmName} - (${month}/${day}/${year} ${time!.slice(0, 8)})`
}
