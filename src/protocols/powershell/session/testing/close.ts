/** `close.ts EXECUTABLE close|stay`: opens a session, prints the id of its process, and closes it or stays. */
import { openSession } from '../session.ts'

const [executable = '', what] = process.argv.slice(2)
const session = await openSession({ executable })
process.stdout.write(`${session.engine.process}\n`)
if (what === 'close') await session.dispose()
