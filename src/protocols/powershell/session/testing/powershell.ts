import { describe, expect, it } from 'vitest'
import { isRequired } from '../../codec/testing/host.ts'
import { findPowerShell } from '../../engine-host/find.ts'

const found = await findPowerShell({ say: (line) => console.warn(line) }).then(
  ({ executable }) => ({ executable, missing: undefined }),
  (error: unknown) => ({ executable: '', missing: error instanceof Error ? error.message : String(error) }),
)

/** The PowerShell that snapcheck would use here. */
export const { executable } = found

/** Tests that ask a real engine. Where there is none they stand aside, or fail where SNAPCHECK_REQUIRE names `powershell`. */
export function describeWithPowerShell(title: string, body: () => void): void {
  const { missing } = found
  if (missing !== undefined && isRequired('powershell')) {
    it(`${title}: needs PowerShell, which SNAPCHECK_REQUIRE calls for`, () => expect.fail(missing))
  } else if (missing !== undefined) console.warn(`left out: ${title}: ${missing}`)
  describe.skipIf(missing !== undefined)(title, body)
}
