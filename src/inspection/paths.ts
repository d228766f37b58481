import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/** Never an absolute path: relative to the working folder, or the folder's name and the file's where it lies elsewhere. */
export function shownPath(path: string): string {
  const inside = relative(process.cwd(), resolve(path))
  const shown = inside.startsWith('..') || isAbsolute(inside) ? `${basename(dirname(resolve(path)))}/${basename(path)}` : inside
  return shown.split(sep).join('/')
}
