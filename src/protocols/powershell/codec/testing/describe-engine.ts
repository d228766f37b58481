import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostMissing, isRequired, startHost, type SerialiserHost } from './host.ts'

/** Tests that ask the real engine. They stand aside with a reason where it is missing, unless SNAPCHECK_REQUIRE calls for it. */
export function describeEngine(title: string, body: (engine: () => SerialiserHost) => void): void {
  const missing = hostMissing()
  if (missing !== undefined && isRequired('powershell')) {
    it('can ask the real PowerShell serialiser, which SNAPCHECK_REQUIRE calls for', () => {
      expect.fail(missing)
    })
  } else if (missing !== undefined) console.warn(`left out: ${missing}`)

  describe.skipIf(missing !== undefined)(title, () => {
    let host: SerialiserHost
    beforeAll(async () => void (host = await startHost()))
    afterAll(() => host.close())
    body(() => host)
  })
}
