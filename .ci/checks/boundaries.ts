import { posix } from 'node:path'
import { rooms, tops, type Room } from './rooms.ts'

/** Tests stand outside the house and look in; the tools beside `src` use the house as a whole. */
const outside = /\.test\.tsx?$|(^|\/)testing\/|^(bench|docs|\.ci)\/|^[^/]+$/

/**
 * Why an import is not allowed, or undefined where it is.
 * @param file path below the repository root, with `/`.
 */
export function offence(file: string, specifier: string): string | undefined {
  if (outside.test(file)) return undefined
  const room = rooms.find(({ path }) => within(file, path))
  if (room === undefined) return `${file} is in no room of .ci/checks/rooms.ts: say there what it may import.`
  return specifier.startsWith('.') ? crossing(file, room, posix.join(posix.dirname(file), specifier)) : arrival(room, specifier)
}

function crossing(file: string, room: Room, target: string): string | undefined {
  if (outside.test(target)) return `${target} is for tests only.`
  const star = starOf(file, room.path)
  const own = room.path.replace('*', star)
  if (within(target, own) && rooms.find(({ path }) => within(target, path)) === room) return undefined
  const top = tops.find((path) => within(target, path))
  const allowed = room.may.map((path) => path.replace('$1', star))
  if (top === undefined && allowed.some((path) => within(target, path))) return undefined
  return `${own} may import ${listed(allowed)}, not ${target}.`
}

function arrival(room: Room, specifier: string): string | undefined {
  const allowed = room.packages.some((name) => specifier === name || (/[:/]$/.test(name) && specifier.startsWith(name)))
  return allowed ? undefined : `${room.path} may use ${listed(room.packages)}, not ${specifier}.`
}

function within(path: string, pattern: string): boolean {
  return matcher(pattern).test(path)
}

function starOf(file: string, pattern: string): string {
  return matcher(pattern).exec(file)?.[1] ?? '*'
}

function matcher(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '([^/]+)')}(?:/|$)`)
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ')
}
