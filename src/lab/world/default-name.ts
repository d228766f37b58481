/**
 * The name that Hyper-V gives: `VM - (M/D/YYYY - h:mm:ss AM)` on an en-US host (semantics.md section 2.2, recorded). Two
 * checkpoints of one second share it.
 */
export function defaultCheckpointName(vmName: string, atMs: number, utcOffsetMinutes: number): string {
  const wall = new Date(atMs + utcOffsetMinutes * 60_000)
  const hours = wall.getUTCHours()
  const date = `${wall.getUTCMonth() + 1}/${wall.getUTCDate()}/${wall.getUTCFullYear()}`
  const time = `${hours % 12 === 0 ? 12 : hours % 12}:${twoDigits(wall.getUTCMinutes())}:${twoDigits(wall.getUTCSeconds())}`
  return `${vmName} - (${date} - ${time} ${hours < 12 ? 'AM' : 'PM'})`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
