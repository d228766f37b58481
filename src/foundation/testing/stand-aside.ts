import { describe, expect, it } from 'vitest'

/** Names that a run may not leave out, e.g. `SNAPCHECK_REQUIRE=powershell,chromium`. */
export function isRequired(what: string): boolean {
  return (process.env['SNAPCHECK_REQUIRE'] ?? '').split(/[\s,]+/).includes(what)
}

/**
 * Tests that need something from outside. Where it is missing they stand aside and say why, or fail where SNAPCHECK_REQUIRE
 * names it.
 * @param missing why it is not there; undefined where it is.
 */
export function describeWith(what: string, missing: string | undefined, title: string, body: () => void): void {
  if (missing !== undefined && isRequired(what)) {
    it(`${title}: needs ${what}, which SNAPCHECK_REQUIRE calls for`, () => expect.fail(missing))
  } else if (missing !== undefined) console.warn(`left out: ${title}: ${missing}`)
  describe.skipIf(missing !== undefined)(title, body)
}
