import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SnapcheckError } from '../../foundation/errors.ts'

/** Places in the page that are filled per report. */
export const slots = { title: '<!--snapcheck:title-->', summary: '<!--snapcheck:summary-->', data: '<!--snapcheck:data-->' } as const

/** Where `npm run build:viewer` puts the page, below the package: the same for the sources and for what is published. */
export function templatePath(): string {
  return join(packageRoot(import.meta.dirname), 'dist', 'report', 'viewer.html')
}

function packageRoot(from: string): string {
  return existsSync(join(from, 'package.json')) || dirname(from) === from ? from : packageRoot(dirname(from))
}

/** @throws SNAPCHECK_VIEWER_MISSING */
export function readTemplate(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_VIEWER_MISSING', 'The page for report.html has not been built.', {
      place: path,
      expected: 'the built page',
      next: 'npm run build:viewer',
      cause,
    })
  }
}
