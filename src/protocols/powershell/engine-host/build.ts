/** `node src/protocols/powershell/engine-host/build.ts`: finds PowerShell as snapcheck does, which builds the host where needed. */
import { findPowerShell } from './find.ts'

const { by } = await findPowerShell({ say: (line) => void process.stderr.write(`${line}\n`) })
process.stdout.write(`PowerShell by ${by}\n`)
