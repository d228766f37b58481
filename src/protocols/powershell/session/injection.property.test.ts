import { existsSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from './session.ts'
import { canary, chirp, hostileText } from './testing/hostile-text.ts'
import { describeWithPowerShell, executable } from './testing/powershell.ts'
import { plain, run, scriptOf } from './testing/scripts.ts'

/** `npm run soak` runs the full number, with a seed of its own each time. */
const isSoak = process.env['MODE'] === 'soak'
describeWithPowerShell('a value of a parameter', () => {
  let session: Session
  beforeAll(async () => void (session = await openSession({ executable })))
  afterAll(async () => {
    await session.dispose()
    rmSync(canary, { force: true })
  })

  test('arrives and comes back unchanged, and nothing in it is executed', async () => {
    const script = scriptOf('param([string] $Text, [string[]] $List) $Text; $List; [pscustomobject]@{ Text = $Text }')
    const comesBack = async (Text: string, List: readonly string[]): Promise<void> => {
      const result = await session.call({ script, parameters: { Text, List } })
      const last = result.output.at(-1)
      expect(plain(result).slice(0, -1)).toEqual([Text, ...List])
      expect(last?.type === 'object' ? last.extended.get('Text') : undefined).toEqual({ type: 'string', value: Text })
      expect(result).toMatchObject({ console: '', errors: [] })
    }
    await fc.assert(fc.asyncProperty(hostileText, fc.array(hostileText, { maxLength: 4 }), comesBack), {
      numRuns: isSoak ? 10_000 : 400,
      ...(isSoak ? {} : { seed: 100 }),
    })
    expect(existsSync(canary)).toBe(false)
  })

  test.each(['\ufffe', '\uffff'])('that the answer could not hold is refused before it is sent: %j', async (character) => {
    for (const Text of [character, [character]]) {
      await expect(run(session, 'param($Text) 1', { parameters: { Text } })).rejects.toMatchObject({ code: 'SNAPCHECK_CANNOT_CARRY' })
    }
  })

  test('that is not said beforehand and cannot be held is one clear error', async () => {
    await expect(run(session, '[string][char]0xFFFE')).rejects.toMatchObject({
      code: 'SNAPCHECK_POWERSHELL_ANSWER',
      observed: expect.stringContaining('0xFFFE'),
    })
  })

  test('would be noticed by the canary if it were executed', async () => {
    await run(session, chirp)
    expect(existsSync(canary)).toBe(true)
  })
})
