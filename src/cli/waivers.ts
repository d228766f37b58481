import { readWaivers } from '../configuration/waivers/read.ts'
import { loadRegister } from '../harness/register-files.ts'
import type { Waiver } from '../judgement/waiver.ts'

/** The waivers that count today; none where no file is named. @throws what is wrong with the file. */
export async function waiversIn(file: string | undefined): Promise<readonly Waiver[]> {
  if (file === undefined) return []
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length)
  return readWaivers(file, { claims: new Set(loadRegister().claims.keys()), today })
}
