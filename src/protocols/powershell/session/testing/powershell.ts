import { describeWith } from '../../../../foundation/testing/stand-aside.ts'
import { findPowerShell } from '../../engine-host/find.ts'

const found = await findPowerShell({ say: (line) => console.warn(line) }).then(
  ({ executable }) => ({ executable, missing: undefined }),
  (error: unknown) => ({ executable: '', missing: error instanceof Error ? error.message : String(error) }),
)

/** The PowerShell that snapcheck would use here. */
export const { executable } = found

/** Tests that ask a real engine. */
export function describeWithPowerShell(title: string, body: () => void): void {
  describeWith('powershell', found.missing, title, body)
}
